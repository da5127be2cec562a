package io.lakebeam.pile;

import io.lakebeam.write.ForwardingOutput;
import io.lakebeam.write.Output;
import java.util.List;

/** Lets the documents pass that no rule drops. */
final class FilteredOutput extends ForwardingOutput<Document> {
  private final List<Rule> rules;
  private final Output<Document> output;

  FilteredOutput(List<Rule> rules, Output<Document> output) {
    super(output);
    this.rules = rules;
    this.output = output;
  }

  @Override
  public void row(Document document, long records) {
    for (Rule rule : rules) {
      if (rule.find(document) != Rule.KEEP) {
        output.tally().filterKept(rule.name(), records);
        return;
      }
    }
    output.row(document, records);
  }
}
