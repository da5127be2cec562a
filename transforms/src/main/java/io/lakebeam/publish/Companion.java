package io.lakebeam.publish;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.write.StagedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** A file that is published with those of a table: it tells about them and holds no row. */
@AutoValue
public abstract class Companion {
  /**
   * @param name its path below the table; the last part begins with an underscore, so that readers
   *     of the table pass it over
   * @param mimeType such as {@code text/markdown}
   */
  public static Companion of(String name, String mimeType, String text) {
    return new AutoValue_Companion(name, mimeType, text, false);
  }

  /**
   * A file that tells more than the run report has room for.
   *
   * @param name its path below the directory of the run's report
   */
  public static Companion besideReport(String name, String mimeType, String text) {
    return new AutoValue_Companion(name, mimeType, text, true);
  }

  abstract String name();

  abstract String mimeType();

  abstract String text();

  /** Whether it lies beside the run report; else beside the files of the table. */
  abstract boolean isBesideReport();

  StagedFile stage(Run run) throws IOException {
    String path = (isBesideReport() ? run.rejectStaging() : run.staging()) + name();
    String target = (isBesideReport() ? run.reports() : run.output()) + name();
    ByteBuffer bytes = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
    int length = bytes.remaining();
    try (WritableByteChannel file = LakeFiles.create(path, mimeType())) {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
    return StagedFile.of(path, target, 0, length);
  }
}
