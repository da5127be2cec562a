package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Words of eight bytes, against one byte after the other. */
class ByteScanTest {
  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<Byte> telling =
        Arbitraries.of((byte) '"', (byte) '\\', (byte) 31, (byte) 32, (byte) -1);
    Arbitrary<Byte> others =
        Arbitraries.of((byte) 'a', (byte) '!', (byte) '#', (byte) '[', (byte) 127);
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.bytes()), Tuple.of(2, telling), Tuple.of(30, others))
        .array(byte[].class)
        .ofMaxSize(60);
  }

  @Property(tries = 5000)
  void findsWhereThePlainCharactersEnd(
      @ForAll("texts") byte[] bytes, @ForAll @IntRange(max = 60) int cut) {
    int from = Math.min(cut, bytes.length);
    int expected = from;
    while (expected < bytes.length
        && bytes[expected] >= ' '
        && bytes[expected] != '"'
        && bytes[expected] != '\\') {
      expected++;
    }

    assertThat(ByteScan.plainEnd(bytes, from, bytes.length)).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void findsTheFirstOfAByte(
      @ForAll("texts") byte[] bytes, @ForAll byte value, @ForAll @IntRange(max = 60) int cut) {
    int to = Math.min(cut, bytes.length);
    int expected = 0;
    while (expected < to && bytes[expected] != value) {
      expected++;
    }

    assertThat(ByteScan.indexOf(value, bytes, 0, to)).isEqualTo(expected);
  }
}
