package io.lakebeam.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillableBytesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 1001, 2000, 200_000})
  void readsWhatWasWrittenAsOftenAsAsked(int length) throws IOException {
    byte[] written = new byte[length];
    new Random(length).nextBytes(written);
    SpillableBytes bytes = new SpillableBytes(directory + "/", 1000);
    for (int round = 0; round < 2; round++) {
      bytes.write(written);
      bytes.finish();

      try (InputStream one = bytes.open();
          InputStream other = bytes.open()) {
        assertThat(one.readNBytes(length / 2)).isEqualTo(Arrays.copyOf(written, length / 2));
        assertThat(other.readAllBytes()).isEqualTo(written);
        assertThat(one.readAllBytes()).isEqualTo(Arrays.copyOfRange(written, length / 2, length));
      }
      assertThat(directory.toFile().list()).hasSize(length > 1000 ? 1 : 0);
      bytes.clear();
      assertThat(directory.toFile().list()).isEmpty();
    }
  }
}
