package io.lakebeam.pile;

import io.lakebeam.read.FileRange;
import io.lakebeam.write.ForwardingOutput;
import io.lakebeam.write.InOrder;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import io.lakebeam.write.SortedSlice;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives the documents of files, and the marks of those that are near duplicates. */
final class ReadCandidates implements Rows<CandidateSource, Candidate> {
  private static final long serialVersionUID = 1;

  private final ReadDocuments documents;
  private final InOrder<Candidate> marks;

  ReadCandidates(ReadDocuments documents, InOrder<Candidate> marks) {
    this.documents = documents;
    this.marks = marks;
  }

  @Override
  public void emit(CandidateSource source, Output<Candidate> output) throws IOException {
    @Nullable FileRange range = source.documents();
    @Nullable SortedSlice bands = source.bands();
    if (range != null) {
      documents.emit(range, asCandidates(output));
    }
    if (bands != null) {
      marks.emit(bands, output);
    }
  }

  private static Output<Document> asCandidates(Output<Candidate> output) {
    return new ForwardingOutput<>(output) {
      @Override
      public void row(Document document, long records) {
        output.row(Candidate.of(document), records);
      }
    };
  }
}
