package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;

/** What {@code lakebeam --help} prints. Loads nothing of Beam, so that the bare jar can show it. */
final class Overview {
  private Overview() {}

  static String of(Commands commands) {
    int width = 0;
    for (Commands.Entry entry : commands.entries()) {
      width = Math.max(width, entry.name().length());
    }
    Page page = new Page(width);
    page.line("Lakebeam: lakehouse pipelines written once, run on a laptop, Spark or Dataflow.");
    page.line("");
    page.line("Usage: lakebeam <pipeline> [--name=value ...]");
    page.line("       lakebeam <pipeline> --help     every option of a pipeline");
    page.heading("Pipelines");
    for (Commands.Entry entry : commands.entries()) {
      page.row(entry.name(), entry.description());
    }
    page.heading("Exit codes");
    for (ExitCode code : ExitCode.values()) {
      page.row(String.valueOf(code.code()), meaning(code));
    }
    return page.text();
  }

  private static String meaning(ExitCode code) {
    switch (code) {
      case DONE:
        return "done";
      case BAD_OPTIONS:
        return "bad options";
      case BAD_PLACE:
        return "a place cannot be read or written";
      case TOO_MANY_REJECTS:
        return "too many rejects";
      case CHECK_FAILED:
        return "a quality check failed";
      case TABLE_TAKEN:
        return "the table is taken: it exists and --writeMode=error, or another run is at work on it";
      case OTHER:
        return "anything else";
    }
    throw new IllegalArgumentException("no meaning of " + code);
  }
}
