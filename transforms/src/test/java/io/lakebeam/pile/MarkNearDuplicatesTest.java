package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.read.CollectedOutput;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.sort.Spiller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkNearDuplicatesTest {
  private static final int SIGNATURE_BYTES = 64;
  private static final int BAND_BYTES = 4;

  @TempDir private Path directory;
  private Spiller<Band> bands;

  @BeforeEach
  void begin() {
    bands = new Spiller<>(directory + "/", 1, new BandRecords());
  }

  /** Of a text that has the first band of every other one, and nothing else in common. */
  private static byte[] signature(long seed) {
    byte[] signature = new byte[SIGNATURE_BYTES];
    new Random(seed).nextBytes(signature);
    Arrays.fill(signature, 0, BAND_BYTES, (byte) 7);
    return signature;
  }

  private void add(int band, long fingerprint, byte[] signature) throws IOException {
    bands.add(Band.of(band, new HashValue128(0, fingerprint), signature), 0);
  }

  private long[] marked() throws IOException {
    CollectedOutput<Candidate> output = new CollectedOutput<>();
    try (SortedRecords records = SortedRecords.open(bands.finish(), directory + "/")) {
      new MarkNearDuplicates().emit(records, output);
    }
    return output.rows().stream()
        .mapToLong(mark -> mark.fingerprint().getLeastSignificantBits())
        .toArray();
  }

  @Test
  void marksACopyOfEachOfTheFirst64UnlikeTextsOfABand() throws IOException {
    for (int text = 0; text < 70; text++) {
      add(0, text, signature(text));
      add(0, 100 + text, signature(text));
    }
    assertThat(marked()).containsExactly(LongStream.range(100, 164).toArray());
  }

  @Test
  void remembersNoTextOfAnotherBand() throws IOException {
    add(0, 1, signature(1));
    add(1, 2, signature(1));
    assertThat(marked()).isEmpty();
  }

  @Test
  void passesOverATextThatIsThereTwice() throws IOException {
    add(0, 1, signature(1));
    add(0, 1, signature(1));
    assertThat(marked()).isEmpty();
  }
}
