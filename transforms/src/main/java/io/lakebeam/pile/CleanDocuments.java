package io.lakebeam.pile;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** Stages the documents in files of JSON lines that pass the rules. */
public final class CleanDocuments extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  private final Run run;
  private final Table<Document> table;
  private final Rules rules;
  private final int maxLineBytes;

  private CleanDocuments(Run run, Table<Document> table, Rules rules, int maxLineBytes) {
    this.run = run;
    this.table = table;
    this.rules = rules;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * @param table {@link Document#TABLE}, compressed in one way or the other
   * @param maxLineBytes a longer line is a reject
   */
  public static CleanDocuments into(Run run, Table<Document> table, Rules rules, int maxLineBytes) {
    return new CleanDocuments(run, table, rules, maxLineBytes);
  }

  @Override
  public PCollection<Tally> expand(PCollection<FileRange> ranges) {
    return ranges.apply("Stage", Stage.into(run, table, new ReadDocuments(rules, maxLineBytes)));
  }
}
