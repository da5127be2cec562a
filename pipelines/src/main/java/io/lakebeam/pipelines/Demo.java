package io.lakebeam.pipelines;

import io.lakebeam.events.TrainingBase;
import io.lakebeam.flights.Slot;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.Lake;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Table;
import io.lakebeam.read.StoredRows;
import io.lakebeam.trades.Anomaly;
import io.lakebeam.trades.ProductAverage;
import io.lakebeam.trades.ProductVolume;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Generates a little input, runs every pipeline on it, and shows what each of them wrote. */
final class Demo {
  private static final int ROWS_SHOWN = 5;
  private static final int FLIGHTS = 5_000;

  private final Invocation<DemoOptions> invocation;
  private final String lake;

  private Demo(Invocation<DemoOptions> invocation) {
    this.invocation = invocation;
    this.lake = Lake.at(invocation.options().getLake()).place("demo");
  }

  /** Works in {@code <lake>/demo/}, so that no table of the lake itself is touched. */
  static ExitCode run(Invocation<DemoOptions> invocation) {
    for (String option : List.of("input", "output", "runId", "writeMode", "maxRejectRatio")) {
      if (invocation.given().containsKey(option)) {
        throw new LakeException(
            ExitCode.BAD_OPTIONS, "demo sets --" + option + " itself for each of its steps");
      }
    }
    try {
      new Demo(invocation).runAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
  }

  private void runAll() throws IOException {
    step("generate", "--family=trades", "--rows=20000", "--dirty=0.001");
    step("trades-ingest");
    step("trades-average");
    show(ProductAverage.TABLE, "trade_count");
    step("trades-top");
    show(ProductVolume.TABLE, "volume");
    step("trades-anomalies", "--rule=mad");
    show(Anomaly.TABLE, "score");
    step("generate", "--family=events", "--rows=20000", "--dirty=0.001");
    step(
        "events-training",
        "--start=2019-10-01 00:00:00",
        "--end=2019-11-30 23:59:59",
        "--asOf=first-purchase",
        "--split=0.8,0.1,0.1");
    show(
        TrainingBase.TABLE,
        "num_prev_product_views",
        "user_id",
        "product_id",
        "price",
        "brand",
        "num_views_product",
        "num_prev_product_views",
        "num_prev_sessions",
        "purchased",
        "split");
    runFlights();
    runPile();
    if (!invocation.options().getDryRun()) {
      invocation.out().println("Everything is under " + lake);
    }
  }

  /** The flights come from a feed in this process: no network is needed. */
  private void runFlights() throws IOException {
    Slot slot = Slot.at(Instant.now());
    try (DemoFeed feed = DemoFeed.start(slot, FLIGHTS)) {
      step(
          "flights",
          "--feedUrl=" + feed.url(),
          "--wwwUrl=" + feed.url(),
          "--requestsPerSecond=100",
          "--slot=" + slot,
          "--format=html");
    }
  }

  private void runPile() {
    if (!FileNames.takeUnicode()) {
      invocation
          .out()
          .println("$ pile-clean is left out: names of sets need a locale such as LC_ALL=C.UTF-8");
      return;
    }
    step("generate", "--family=pile", "--rows=2000", "--dirty=0.001");
    step("pile-clean", "--deduplicate=exact", "--summary");
  }

  /** Runs a pipeline as if its line had been typed. */
  private void step(String pipeline, String... own) {
    List<String> args = new ArrayList<>(List.of(own));
    args.add("--lake=" + lake);
    PrintStream out = invocation.out();
    out.println(
        "$ "
            + pipeline
            + args.stream()
                .map(arg -> arg.contains(" ") ? " \"" + arg + "\"" : " " + arg)
                .collect(Collectors.joining()));
    if (invocation.options().getDryRun()) {
      return;
    }
    invocation.args().stream().filter(arg -> !arg.startsWith("--lake=")).forEach(args::add);
    Lakebeam.run(pipeline, Commands.all().named(pipeline).command(), args, out, invocation.err());
    out.println();
  }

  /** Shows the rows that are greatest in a column: some of their columns, all if none is named. */
  private void show(Table<?> table, String column, String... shownColumns) throws IOException {
    if (invocation.options().getDryRun()) {
      return;
    }
    List<LakeFile> files = LakeFiles.listVisible(Lake.at(lake).place(table.name()));
    List<String> header =
        table.columns().stream().map(each -> each.name()).collect(Collectors.toList());
    int sorted = header.indexOf(column);
    List<List<@Nullable Object>> rows = StoredRows.read(table, files);
    rows.sort(
        Comparator.comparing(
                (List<@Nullable Object> row) -> number(row.get(sorted)), Comparator.reverseOrder())
            .thenComparing(Object::toString));
    List<String> shown = shownColumns.length == 0 ? header : List.of(shownColumns);
    List<List<@Nullable Object>> first = new ArrayList<>();
    for (List<@Nullable Object> row : rows.subList(0, Math.min(ROWS_SHOWN, rows.size()))) {
      List<@Nullable Object> cells = new ArrayList<>();
      shown.forEach(name -> cells.add(row.get(header.indexOf(name))));
      first.add(cells);
    }
    invocation.out().println(TextTable.of(shown, first, rows.size()));
  }

  private static double number(@Nullable Object value) {
    return value == null ? Double.NEGATIVE_INFINITY : ((Number) value).doubleValue();
  }
}
