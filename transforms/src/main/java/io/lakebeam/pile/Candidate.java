package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.google.auto.value.AutoValue;
import org.jspecify.annotations.Nullable;

/** A document that may be kept, or the mark that those with a fingerprint are near duplicates. */
@AutoValue
abstract class Candidate {
  static Candidate of(Document document) {
    return new AutoValue_Candidate(Fingerprint.of(document.getText()), document);
  }

  static Candidate mark(HashValue128 fingerprint) {
    return new AutoValue_Candidate(fingerprint, null);
  }

  abstract HashValue128 fingerprint();

  /** Null if it is a mark. */
  abstract @Nullable Document document();
}
