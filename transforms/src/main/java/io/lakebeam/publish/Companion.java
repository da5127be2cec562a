package io.lakebeam.publish;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.write.StagedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** A file beside those of a table, published with them: it tells about them and holds no row. */
@AutoValue
public abstract class Companion {
  /**
   * @param name its path below the table; the last part begins with an underscore, so that readers
   *     of the table pass it over
   * @param mimeType such as {@code text/markdown}
   */
  public static Companion of(String name, String mimeType, String text) {
    return new AutoValue_Companion(name, mimeType, text);
  }

  abstract String name();

  abstract String mimeType();

  abstract String text();

  StagedFile stage(Run run) throws IOException {
    String path = run.staging() + name();
    ByteBuffer bytes = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
    int length = bytes.remaining();
    try (WritableByteChannel file = LakeFiles.create(path, mimeType())) {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
    return StagedFile.of(path, run.output() + name(), 0, length);
  }
}
