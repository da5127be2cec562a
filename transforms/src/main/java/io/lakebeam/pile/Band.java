package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.google.auto.value.AutoValue;

/** One of the bands of a text's signature. Texts that share a band may be near duplicates. */
@AutoValue
abstract class Band {
  /**
   * @param number which of the bands
   */
  static Band of(int number, HashValue128 fingerprint, byte[] signature) {
    return new AutoValue_Band(number, fingerprint, signature);
  }

  abstract int number();

  /** Of the text. */
  abstract HashValue128 fingerprint();

  /** Of the text. */
  @SuppressWarnings("mutable")
  abstract byte[] signature();
}
