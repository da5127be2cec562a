package io.lakebeam.pile;

import io.lakebeam.read.FileRange;
import io.lakebeam.read.JsonLinesSource;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;

/**
 * Reads documents from JSON lines. Their texts are edited first, then judged: those that a rule
 * drops are filtered under its name. So what is stored is what was judged.
 */
final class ReadDocuments implements Rows<FileRange, Document> {
  private static final long serialVersionUID = 1;

  private final JsonLinesSource<Document> source;
  private final TextEdits edits;
  private final Rules rules;

  ReadDocuments(TextEdits edits, Rules rules, int maxLineBytes) {
    this.source = JsonLinesSource.of("ParseDocuments", maxLineBytes, DocumentParser::new);
    this.edits = edits;
    this.rules = rules;
  }

  @Override
  public void emit(FileRange range, Output<Document> output) throws IOException {
    SetStatistics statistics = new SetStatistics();
    emit(range, statistics, output);
    output.tally().measure(statistics);
  }

  /** The same documents, and measures nothing. */
  void emit(FileRange range, DocumentListener listener, Output<Document> output)
      throws IOException {
    Output<Document> filtered = new FilteredOutput(rules.inOrder(), listener, output);
    source.emit(
        range,
        edits.equals(TextEdits.none()) ? filtered : new EditedOutput(edits, listener, filtered));
  }
}
