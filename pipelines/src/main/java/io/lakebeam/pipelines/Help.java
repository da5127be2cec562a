package io.lakebeam.pipelines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code lakebeam <pipeline> --help} prints: every option, the pipeline's own first. */
final class Help {
  private Help() {}

  static String of(Commands.Entry entry, Runner runner) {
    Map<String, List<ListedOption>> groups = new LinkedHashMap<>();
    List<ListedOption> own = ListedOption.own(entry.command());
    groups.put("Options of " + entry.name(), own);
    groups.put("Shared options", ListedOption.sharedBeside(own));
    groups.put("Options of " + runner.typed(), ListedOption.of(runner));
    groups.put("Options of the file systems", ListedOption.fileSystems());
    groups.values().removeIf(List::isEmpty);

    Page page = new Page(width(groups));
    page.line("Usage: lakebeam " + entry.name() + " [--name=value ...]");
    page.line("");
    page.line(entry.description());
    groups.forEach(
        (heading, options) -> {
          page.heading(heading);
          options.forEach(option -> page.row(option.name(), words(option)));
        });
    page.line("");
    page.line("Every other option of Beam and of its " + runner.typed() + " is accepted too.");
    return page.text();
  }

  private static String words(ListedOption option) {
    return option.description() + " Default: " + option.otherwise() + ".";
  }

  private static int width(Map<String, List<ListedOption>> groups) {
    List<ListedOption> all = new ArrayList<>();
    groups.values().forEach(all::addAll);
    return all.stream().mapToInt(option -> option.name().length()).max().orElse(0);
  }
}
