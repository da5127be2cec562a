package io.lakebeam.pile;

import io.lakebeam.write.ForwardingOutput;
import io.lakebeam.write.Output;
import java.nio.charset.StandardCharsets;

/** Changes the texts of the documents that pass; tells what it masks. */
final class EditedOutput extends ForwardingOutput<Document> {
  private final TextEdits edits;
  private final DocumentListener listener;
  private final Output<Document> output;

  EditedOutput(TextEdits edits, DocumentListener listener, Output<Document> output) {
    super(output);
    this.edits = edits;
    this.listener = listener;
    this.output = output;
  }

  @Override
  public void row(Document document, long records) {
    String text = document.getText().toString();
    String edited = edits.normalization().of(text);
    if (edits.maskPii()) {
      edited = PersonalDataMask.mask(edited, kind -> listener.mask(kind, document));
    }
    if (!edited.equals(text)) {
      byte[] bytes = edited.getBytes(StandardCharsets.UTF_8);
      document.getText().set(bytes, 0, bytes.length);
      document.set(edited.codePointCount(0, edited.length()), document.getSetName());
    }
    output.row(document, records);
  }
}
