package io.lakebeam.pipelines;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What this JVM can name files. */
final class FileNames {
  private static final String BEYOND_THE_BASIC_PLANE = "\uD83D\uDE00";

  private FileNames() {}

  /**
   * Whether local files can have any name. Up to JDK 17 the locale says how names are encoded, and
   * no option of the JVM can overrule it.
   */
  static boolean takeUnicode() {
    String encoding = System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name());
    return Charset.forName(encoding).newEncoder().canEncode(BEYOND_THE_BASIC_PLANE);
  }
}
