package io.lakebeam.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** The data card for a person to read: the same numbers as tables, and the chart. */
final class CardMarkdown {
  private final StringBuilder text = new StringBuilder();

  private CardMarkdown() {}

  /**
   * @param chart the file name of the chart, beside the card
   */
  static String of(JsonNode card, String chart) {
    CardMarkdown markdown = new CardMarkdown();
    markdown.addSummary(card);
    markdown.addSplits(card.get("splits"));
    markdown.addFeatures(card.get("features"));
    markdown.line("![Class balance and the distribution of each feature](" + chart + ")");
    return markdown.text.toString();
  }

  private void addSummary(JsonNode card) {
    JsonNode balance = card.get("balance");
    line("# Training base of shop events");
    line("");
    row("range", card.get("range").get("start"), card.get("range").get("end"));
    row("---", "---", "---");
    row("events", card.get("events"), "");
    row("rows", card.get("rows"), "one per user, session and product");
    row("users", card.get("users"), "");
    row("sessions", card.get("sessions"), "");
    row("purchased", balance.get("purchased"), "rate " + shown(balance.get("rate")));
    row("not purchased", balance.get("not_purchased"), "");
    line("");
    line("Made of:");
    line("");
    for (JsonNode input : card.get("inputs")) {
      line("- `" + input.get("path").textValue() + "`, " + input.get("bytes") + " bytes");
    }
    line("");
  }

  private void addSplits(JsonNode splits) {
    if (splits.isEmpty()) {
      return;
    }
    row("split", "rows", "users", "purchased");
    row("---", "---:", "---:", "---:");
    for (Iterator<Map.Entry<String, JsonNode>> each = splits.fields(); each.hasNext(); ) {
      Map.Entry<String, JsonNode> split = each.next();
      JsonNode side = split.getValue();
      row(split.getKey(), side.get("rows"), side.get("users"), side.get("purchased"));
    }
    line("");
  }

  private void addFeatures(JsonNode features) {
    row("feature", "nulls", "min", "mean", "max");
    row("---", "---:", "---:", "---:", "---:");
    for (Iterator<Map.Entry<String, JsonNode>> each = features.fields(); each.hasNext(); ) {
      Map.Entry<String, JsonNode> feature = each.next();
      JsonNode values = feature.getValue();
      row(
          "`" + feature.getKey() + "`",
          values.get("nulls"),
          values.get("min"),
          values.get("mean"),
          values.get("max"));
    }
    line("");
  }

  private void row(Object... cells) {
    text.append('|');
    for (Object cell : cells) {
      text.append(' ')
          .append(cell instanceof JsonNode ? shown((JsonNode) cell) : cell)
          .append(" |");
    }
    text.append('\n');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String shown(JsonNode value) {
    return value.isNull()
        ? "–"
        : value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }
}
