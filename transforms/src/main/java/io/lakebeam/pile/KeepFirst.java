package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the first of sorted documents with the same fingerprint, unless a mark stands before it;
 * drops the others.
 */
final class KeepFirst implements Rows<SortedRecords, Document> {
  private static final long serialVersionUID = 1;

  static final String DUPLICATE = "duplicate";
  static final String NEAR_DUPLICATE = "near_duplicate";

  @Override
  public void emit(SortedRecords records, Output<Document> output) throws IOException {
    Document document = new Document();
    SetStatistics statistics = new SetStatistics();
    @Nullable HashValue128 marked = null;
    @Nullable HashValue128 last = null;
    while (records.next()) {
      RecordReader fields = records.fields();
      HashValue128 fingerprint = CandidateRecords.readFingerprint(fields);
      if (!CandidateRecords.read(fields, document)) {
        marked = fingerprint;
        continue;
      }
      if (fingerprint.equals(last)) {
        drop(DUPLICATE, document, statistics, output);
      } else if (fingerprint.equals(marked)) {
        drop(NEAR_DUPLICATE, document, statistics, output);
      } else {
        output.row(document);
      }
      last = fingerprint;
    }
    output.tally().measure(statistics);
  }

  private static void drop(
      String rule, Document document, SetStatistics statistics, Output<Document> output) {
    statistics.dropKept(rule, document);
    output.tally().filterKept(rule, 1);
  }
}
