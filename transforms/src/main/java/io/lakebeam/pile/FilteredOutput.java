package io.lakebeam.pile;

import io.lakebeam.write.ForwardingOutput;
import io.lakebeam.write.Output;
import java.util.List;

/** Lets the documents pass that no rule drops; tells of all of them. */
final class FilteredOutput extends ForwardingOutput<Document> {
  private final List<Rule> rules;
  private final Output<Document> output;
  private final DocumentListener listener;

  FilteredOutput(List<Rule> rules, DocumentListener listener, Output<Document> output) {
    super(output);
    this.rules = rules;
    this.listener = listener;
    this.output = output;
  }

  @Override
  public void row(Document document, long records) {
    for (Rule rule : rules) {
      int at = rule.find(document);
      if (at != Rule.KEEP) {
        listener.drop(rule.name(), document, at);
        output.tally().filterKept(rule.name(), records);
        return;
      }
    }
    listener.keep(document);
    output.row(document, records);
  }
}
