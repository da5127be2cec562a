package io.lakebeam.pile;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A document that was dropped, as a person sees it; in an order that is as good as random. */
@AutoValue
abstract class DropSample implements Serializable, Comparable<DropSample> {
  private static final Comparator<DropSample> ORDER =
      Comparator.comparingLong(DropSample::hash)
          .thenComparingLong(DropSample::characters)
          .thenComparing(DropSample::excerpt)
          .thenComparing(DropSample::setName, Comparator.nullsFirst(Comparator.naturalOrder()));

  /**
   * @param hash of the text
   * @param characters how long the text is
   * @param excerpt the part of the text where the reason is to be seen
   */
  static DropSample of(long hash, @Nullable String setName, long characters, String excerpt) {
    return new AutoValue_DropSample(hash, setName, characters, excerpt);
  }

  abstract long hash();

  abstract @Nullable String setName();

  abstract long characters();

  abstract String excerpt();

  @Override
  public int compareTo(DropSample other) {
    return ORDER.compare(this, other);
  }
}
