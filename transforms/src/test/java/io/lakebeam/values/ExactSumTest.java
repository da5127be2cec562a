package io.lakebeam.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  @Property
  void addsWithoutOverflow(@ForAll List<Long> left, @ForAll List<Long> right) throws IOException {
    ExactSum sum = sumOf(left);
    sum.add(readBack(sumOf(right)));

    BigInteger expected = exact(left).add(exact(right));
    assertThat(sum.toBigInteger()).isEqualTo(expected);
    assertThat(readBack(sum).toBigInteger()).isEqualTo(expected);
  }

  @Property
  void staysExactFarBeyondALong(@ForAll long value) {
    ExactSum sum = sumOf(List.of(value));
    for (int i = 0; i < 40; i++) {
      sum.add(sum);
    }
    assertThat(sum.toBigInteger()).isEqualTo(BigInteger.valueOf(value).shiftLeft(40));
    assertThat(sum.averageHalfEven(1L << 40)).isEqualTo(value);
  }

  @Property
  void averagesWithOneRoundingHalfEven(@ForAll List<Long> values, @ForAll byte single) {
    List<Long> all = new java.util.ArrayList<>(values);
    all.add((long) single);
    long expected =
        new BigDecimal(exact(all))
            .divide(BigDecimal.valueOf(all.size()), RoundingMode.HALF_EVEN)
            .longValueExact();
    assertThat(sumOf(all).averageHalfEven(all.size())).isEqualTo(expected);
  }

  @Test
  void roundsTiesToTheEvenNeighbour() {
    assertThat(sumOf(List.of(1L, 2L)).averageHalfEven(2)).isEqualTo(2);
    assertThat(sumOf(List.of(2L, 3L)).averageHalfEven(2)).isEqualTo(2);
    assertThat(sumOf(List.of(-1L, 0L)).averageHalfEven(2)).isZero();
    assertThat(sumOf(List.of(-1L, -2L)).averageHalfEven(2)).isEqualTo(-2);
  }

  @Test
  void writesSmallSumsShort() throws IOException {
    assertThat(written(new ExactSum())).hasSize(2);
    assertThat(written(sumOf(List.of(-64L)))).hasSize(2);
  }

  private static ExactSum sumOf(List<Long> values) {
    ExactSum sum = new ExactSum();
    values.forEach(sum::add);
    return sum;
  }

  private static BigInteger exact(List<Long> values) {
    return values.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static ExactSum readBack(ExactSum sum) throws IOException {
    return ExactSum.readFrom(new DataInputStream(new ByteArrayInputStream(written(sum))));
  }

  private static byte[] written(ExactSum sum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sum.writeTo(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
