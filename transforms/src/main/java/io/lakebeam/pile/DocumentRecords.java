package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;

/**
 * Documents as records that bring those with the same {@link Fingerprint} together, in the order of
 * their set and their text (UTF-8 bytes; no set comes first).
 */
final class DocumentRecords implements RecordCodec<Document> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(Document document, RecordWriter record) {
    HashValue128 fingerprint = Fingerprint.of(document.getText());
    String setName = document.getSetName();
    record
        .putLong(fingerprint.getMostSignificantBits())
        .putLong(fingerprint.getLeastSignificantBits())
        .endGroup()
        .putText(setName == null ? "" : setName)
        .endKey(document.getText())
        .putLong(document.getCharacters());
  }

  static HashValue128 readFingerprint(RecordReader fields) {
    return new HashValue128(fields.getLong(), fields.getLong());
  }

  /** Reads what follows the fingerprint; the text is valid until the next record. */
  static void read(RecordReader fields, Document document) {
    String setName = fields.getText();
    fields.getEndOfKey(document.getText());
    document.set(fields.getLong(), setName.isEmpty() ? null : setName);
  }
}
