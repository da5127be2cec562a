package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.lakebeam.lake.Utf8Text;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A few of the documents that a rule dropped: those whose texts have the smallest hashes, so that
 * the same input gives the same samples in whatever order it is read. Equal documents are one.
 */
final class DropSamples implements Serializable {
  private static final long serialVersionUID = 1;

  static final int MOST = 20;

  /** Around the place where the reason is to be seen. */
  private static final int BYTES_BEFORE = 80;

  private static final int EXCERPT_BYTES = 240;

  private static final Hasher64 HASHER = Hashing.komihash5_0();

  private final TreeSet<DropSample> samples = new TreeSet<>();

  /**
   * @param at where the reason is to be seen, in bytes from the beginning of the text
   */
  void add(Document document, int at) {
    Utf8Text text = document.getText();
    long hash = HASHER.hashBytesToLong(text.bytes(), text.from(), text.length());
    if (samples.size() < MOST || hash <= samples.last().hash()) {
      add(DropSample.of(hash, document.getSetName(), document.getCharacters(), excerpt(text, at)));
    }
  }

  void add(DropSamples others) {
    others.samples.forEach(this::add);
  }

  private void add(DropSample sample) {
    samples.add(sample);
    if (samples.size() > MOST) {
      samples.pollLast();
    }
  }

  /** Whole characters of a part of the text, with an ellipsis where more is. */
  private static String excerpt(Utf8Text text, int at) {
    int from = boundary(text, Math.max(0, at - BYTES_BEFORE));
    int to = boundary(text, Math.min(text.length(), from + EXCERPT_BYTES));
    String excerpt =
        new String(text.bytes(), text.from() + from, to - from, StandardCharsets.UTF_8);
    return (from > 0 ? "…" : "") + excerpt + (to < text.length() ? "…" : "");
  }

  /** The begin of the character that has a byte there. */
  private static int boundary(Utf8Text text, int at) {
    int boundary = at;
    while (boundary > 0
        && boundary < text.length()
        && (text.bytes()[text.from() + boundary] & 0xC0) == 0x80) {
      boundary--;
    }
    return boundary;
  }

  SortedSet<DropSample> samples() {
    return Collections.unmodifiableSortedSet(samples);
  }
}
