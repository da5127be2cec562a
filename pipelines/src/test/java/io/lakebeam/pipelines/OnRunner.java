package io.lakebeam.pipelines;

import java.util.ArrayList;
import java.util.List;

/** The runners that every result must be the same on. Bundles are small, so that there are many. */
enum OnRunner {
  DIRECT(),
  SPARK("--runner=SparkRunner", "--bundleSize=4096");

  private final List<String> options;

  OnRunner(String... options) {
    this.options = List.of(options);
  }

  /** A command line with the options that choose the runner. */
  String[] with(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(options);
    return all.toArray(String[]::new);
  }
}
