package io.lakebeam.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
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

  /** What follows the file in memory must not be taken for what the file lacks. */
  @Test
  void failsWhereTheFileIsShorterThanItWas() throws IOException {
    try (SpillableBytes bytes = written()) {
      Path file = onlyFile();
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1999));

      try (InputStream in = bytes.open()) {
        assertUnreadable(in::readAllBytes, file + " cannot be read back: the file ends too early");
      }
    }
  }

  @Test
  void failsWhereTheFileIsGone() throws IOException {
    try (SpillableBytes bytes = written()) {
      Path file = onlyFile();
      Files.delete(file);

      assertUnreadable(bytes::open, file + " cannot be read back: ");
    }
  }

  private SpillableBytes written() throws IOException {
    SpillableBytes bytes = new SpillableBytes(directory + "/", 1000);
    bytes.write(new byte[2500]);
    bytes.finish();
    return bytes;
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList().get(0);
    }
  }

  private static void assertUnreadable(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
        .hasMessageContaining(message);
  }

  @Test
  void leavesNoFileWhereWritingIsGivenUp() throws IOException {
    try (SpillableBytes bytes = new SpillableBytes(directory + "/", 1000)) {
      bytes.write(new byte[2500]);
      assertThat(directory.toFile().list()).hasSize(1);
    }
    assertThat(directory.toFile().list()).isEmpty();
  }
}
