package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Rows;
import io.lakebeam.write.Tally;
import java.io.IOException;

/**
 * Reads documents and gives the bands of their signatures. Only progress is told: the documents are
 * read once more for the table, and counted and rejected then.
 */
final class ReadBands implements Rows<FileRange, Band> {
  private static final long serialVersionUID = 1;

  private final ReadDocuments documents;

  ReadBands(ReadDocuments documents) {
    this.documents = documents;
  }

  @Override
  public void emit(FileRange range, Output<Band> output) throws IOException {
    BandOutput bands = new BandOutput(output);
    documents.emit(range, DocumentListener.NONE, bands);
    bands.showProgress();
  }

  private static final class BandOutput implements Output<Document> {
    private final TextSignature signatures = new TextSignature();
    private final Tally forgotten = new Tally();
    private final Output<Band> output;
    private long shown;

    BandOutput(Output<Band> output) {
      this.output = output;
    }

    @Override
    public void row(Document document, long records) {
      HashValue128 fingerprint = Fingerprint.of(document.getText());
      byte[] signature = signatures.of(document.getText());
      for (int band = 0; band < TextSignature.BANDS; band++) {
        output.row(Band.of(band, fingerprint, signature), 0);
      }
      showProgress();
    }

    void showProgress() {
      output.tally().addReadAhead(forgotten.read() - shown);
      shown = forgotten.read();
    }

    @Override
    public void carried(long records) {}

    @Override
    public void reject(Reject reject) {}

    @Override
    public Tally tally() {
      return forgotten;
    }
  }
}
