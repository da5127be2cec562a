package io.lakebeam.pile;

import io.lakebeam.read.FileRange;
import io.lakebeam.read.JsonLinesSource;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;

/** Reads documents from JSON lines; those that a rule drops are filtered under its name. */
final class ReadDocuments implements Rows<FileRange, Document> {
  private static final long serialVersionUID = 1;

  private final JsonLinesSource<Document> source;
  private final Rules rules;

  ReadDocuments(Rules rules, int maxLineBytes) {
    this.source = JsonLinesSource.of("ParseDocuments", maxLineBytes, DocumentParser::new);
    this.rules = rules;
  }

  @Override
  public void emit(FileRange range, Output<Document> output) throws IOException {
    FilteredOutput filtered = new FilteredOutput(rules.inOrder(), output);
    source.emit(range, filtered);
    filtered.finish();
  }
}
