package io.lakebeam.pipelines;

import io.lakebeam.flights.ComputeIndicators;
import io.lakebeam.flights.Indicator;
import io.lakebeam.flights.ReportPage;
import io.lakebeam.flights.Slot;
import io.lakebeam.flights.SlotReport;
import io.lakebeam.lake.Column;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.Lake;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import io.lakebeam.pipelines.FlightsReportOptions.ReportFormat;
import io.lakebeam.publish.RunReport;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** Shows the indicators of a slot. */
final class FlightsReport {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String PAGES = "reports/flights";
  private static final int ROWS_SHOWN = 15;

  private FlightsReport() {}

  static ExitCode run(Invocation<FlightsReportOptions> invocation) {
    FlightsReportOptions options = invocation.options();
    FileSystems.setDefaultPipelineOptions(options);
    Run.Builder begun = Runs.begin(invocation, PAGES, CLOCK);
    Runs.carryOut(
        invocation, begun, "run again", CLOCK, interruption -> show(begun.build(), invocation));
    return ExitCode.DONE;
  }

  private static void show(Run run, Invocation<FlightsReportOptions> invocation)
      throws IOException {
    FlightsReportOptions options = invocation.options();
    SlotReport report = SlotReport.read(run.lake(), indicators(options, run), slot(options));
    boolean page = options.getFormat() == ReportFormat.HTML;
    String path = run.output() + "index.html";
    if (options.getDryRun()) {
      invocation.out().println("would show " + report.slot() + (page ? " in " + path : ""));
      return;
    }
    print(report, invocation.out());
    if (page) {
      LakeFiles.write(path, ReportPage.of(report), "text/html");
      invocation.out().println("page      " + path);
    }
    RunReport.writeDone(run, new Tally(), CLOCK);
    invocation.out().println("report    " + run.report());
  }

  private static String indicators(FlightsReportOptions options, Run run) {
    String input = options.getInput();
    return input == null
        ? Lake.at(run.lake()).place(ComputeIndicators.place().name())
        : LakePaths.directory(input);
  }

  private static @Nullable Slot slot(FlightsReportOptions options) throws LakeException {
    String slot = options.getSlot();
    return slot == null ? null : Slot.parse(slot);
  }

  private static void print(SlotReport report, PrintStream out) {
    out.println("Flights, " + report.slot() + " UTC");
    if (report.isEmpty()) {
      out.println("This slot has no active flights.");
    }
    report.missingZones().forEach(zone -> out.println("Missing zone " + zone));
    for (Indicator indicator : Indicator.values()) {
      List<List<@Nullable Object>> rows = report.rows(indicator);
      List<String> header =
          indicator.table().columns().stream().map(Column::name).collect(Collectors.toList());
      out.println();
      out.println(indicator.table().doc());
      int shown = Math.min(ROWS_SHOWN, rows.size());
      out.print(TextTable.of(header, rows.subList(0, shown), rows.size()));
    }
    out.println();
  }
}
