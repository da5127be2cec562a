package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link BandRecords} in order. Of the texts with the same band, each is compared with the
 * representatives before it: if it is similar to one it is marked, else it becomes a representative
 * too. The first {@value #MOST_REPRESENTATIVES} are; that bounds what is held and compared.
 *
 * <p>A text is only marked for one with a smaller fingerprint, so of texts that are similar one by
 * one, in a chain, the one with the smallest is never marked.
 */
final class MarkNearDuplicates implements Rows<SortedRecords, Candidate> {
  private static final long serialVersionUID = 1;

  static final int MOST_REPRESENTATIVES = 64;

  @Override
  public void emit(SortedRecords records, Output<Candidate> output) throws IOException {
    List<byte[]> representatives = new ArrayList<>();
    @Nullable HashValue128 last = null;
    long band = -1;
    while (records.next()) {
      RecordReader fields = records.fields();
      long next = BandRecords.readBand(fields);
      HashValue128 fingerprint = BandRecords.readFingerprint(fields);
      if (next != band) {
        representatives.clear();
      } else if (fingerprint.equals(last)) {
        continue;
      }
      band = next;
      last = fingerprint;
      if (isSimilarToOne(BandRecords.readSignature(fields), representatives)) {
        output.row(Candidate.mark(fingerprint), 0);
      }
    }
  }

  private static boolean isSimilarToOne(byte[] signature, List<byte[]> representatives) {
    for (byte[] representative : representatives) {
      if (TextSignature.areSimilar(signature, representative)) {
        return true;
      }
    }
    if (representatives.size() < MOST_REPRESENTATIVES) {
      representatives.add(signature);
    }
    return false;
  }
}
