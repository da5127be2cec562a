package io.lakebeam.pipelines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options as Markdown, for the blocks of the README that a test compares. */
final class OptionTables {
  private OptionTables() {}

  /** Every block by its name: {@code shared}, then the pipelines. */
  static Map<String, String> all() {
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("shared", markdown(ListedOption.shared()));
    for (Commands.Entry entry : Commands.all().entries()) {
      blocks.put(entry.name(), markdown(ListedOption.own(entry.command())));
    }
    return blocks;
  }

  static String markdown(List<ListedOption> options) {
    if (options.isEmpty()) {
      return "No options but the shared ones.\n";
    }
    StringBuilder table = new StringBuilder("| option | default | meaning |\n|---|---|---|\n");
    for (ListedOption option : options) {
      String otherwise = option.otherwise();
      table.append(
          String.format(
              "| `%s` | %s | %s |%n",
              option.name(),
              otherwise.contains(" ") ? escaped(otherwise) : "`" + otherwise + "`",
              escaped(option.description())));
    }
    return table.toString();
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
  }
}
