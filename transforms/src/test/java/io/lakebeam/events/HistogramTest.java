package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Property
  void knowsAValueToAnEighth(@ForAll @LongRange(min = 0) long value) {
    Histogram histogram = Histogram.byMagnitude();
    histogram.add(value);
    long from = histogram.from(histogram.begin());
    assertThat(from).isBetween(value - value / 8, value);
    assertThat(histogram.end()).isEqualTo(histogram.begin() + 1);
  }

  @Test
  void hasARangeForEachSmallNumberAndNoGapsAbove() {
    Histogram histogram = Histogram.byMagnitude();
    LongStream.range(0, 200).forEach(histogram::add);
    for (int range = 0; range < histogram.end(); range++) {
      long width = histogram.from(range + 1) - histogram.from(range);
      assertThat(width).isEqualTo(range < 16 ? 1 : 1L << (range / 8 - 1));
      assertThat(histogram.count(range)).isEqualTo(Math.min(width, 200 - histogram.from(range)));
    }
  }

  @Test
  void addsUp() {
    Histogram left = Histogram.byUnit(-10, 5);
    Histogram right = Histogram.byUnit(-10, 5);
    left.add(-10);
    right.add(-6);
    right.add(40);
    left.add(right);
    assertThat(left.count(0)).isEqualTo(2);
    assertThat(left.end()).isEqualTo(11);
    assertThat(left.from(10)).isEqualTo(40);
  }
}
