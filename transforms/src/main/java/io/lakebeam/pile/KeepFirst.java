package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives the first of sorted documents with the same fingerprint; drops the others. */
final class KeepFirst implements Rows<SortedRecords, Document> {
  private static final long serialVersionUID = 1;

  static final String DUPLICATE = "duplicate";

  @Override
  public void emit(SortedRecords records, Output<Document> output) throws IOException {
    Document document = new Document();
    SetStatistics statistics = new SetStatistics();
    @Nullable HashValue128 last = null;
    while (records.next()) {
      RecordReader fields = records.fields();
      HashValue128 fingerprint = DocumentRecords.readFingerprint(fields);
      DocumentRecords.read(fields, document);
      if (fingerprint.equals(last)) {
        statistics.dropKept(DUPLICATE, document);
        output.tally().filterKept(DUPLICATE, 1);
      } else {
        output.row(document);
      }
      last = fingerprint;
    }
    output.tally().measure(statistics);
  }
}
