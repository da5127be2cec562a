package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * Documents as records that bring those with the same {@link Fingerprint} together, in the order of
 * their set and their text (UTF-8 bytes; no set comes first), behind the marks of that fingerprint.
 */
final class CandidateRecords implements RecordCodec<Candidate> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(Candidate candidate, RecordWriter record) {
    putFingerprint(candidate.fingerprint(), record);
    record.endGroup();
    @Nullable Document document = candidate.document();
    record.putBoolean(document != null);
    if (document == null) {
      record.endKey();
      return;
    }
    String setName = document.getSetName();
    record
        .putText(setName == null ? "" : setName)
        .endKey(document.getText())
        .putLong(document.getCharacters());
  }

  static void putFingerprint(HashValue128 fingerprint, RecordWriter record) {
    record
        .putLong(fingerprint.getMostSignificantBits())
        .putLong(fingerprint.getLeastSignificantBits());
  }

  static HashValue128 readFingerprint(RecordReader fields) {
    return new HashValue128(fields.getLong(), fields.getLong());
  }

  /**
   * Reads what follows the fingerprint; the text is valid until the next record.
   *
   * @return false if it is a mark
   */
  static boolean read(RecordReader fields, Document document) {
    boolean isDocument = fields.getBoolean();
    if (isDocument) {
      String setName = fields.getText();
      fields.getEndOfKey(document.getText());
      document.set(fields.getLong(), setName.isEmpty() ? null : setName);
    }
    return isDocument;
  }
}
