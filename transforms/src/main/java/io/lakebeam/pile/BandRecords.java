package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;

/** Bands as records that bring equal ones together, in the order of their texts' fingerprints. */
final class BandRecords implements RecordCodec<Band> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(Band band, RecordWriter record) {
    int value = TextSignature.band(band.signature(), band.number());
    record.putLong((long) band.number() << Integer.SIZE | Integer.toUnsignedLong(value)).endGroup();
    CandidateRecords.putFingerprint(band.fingerprint(), record);
    record.endKey().putBytes(band.signature());
  }

  /** The number of the band and its value, as one number. */
  static long readBand(RecordReader fields) {
    return fields.getLong();
  }

  /** What follows the band. */
  static HashValue128 readFingerprint(RecordReader fields) {
    return CandidateRecords.readFingerprint(fields);
  }

  /** What follows the fingerprint. */
  static byte[] readSignature(RecordReader fields) {
    return fields.getBytes();
  }
}
