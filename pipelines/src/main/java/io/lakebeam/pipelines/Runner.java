package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The runners that pipelines run on. A build may lack one: Dataflow's is added on request. */
enum Runner {
  DIRECT("DirectRunner", "org.apache.beam.runners.direct"),
  SPARK("SparkRunner", "org.apache.beam.runners.spark"),
  DATAFLOW("DataflowRunner", "org.apache.beam.runners.dataflow");

  private static final String ANY = "org.apache.beam.runners.";

  private final String typed;
  private final String packageName;

  Runner(String typed, String packageName) {
    this.typed = typed;
    this.packageName = packageName;
  }

  /** As users type it. */
  String typed() {
    return typed;
  }

  /** The runner of that name in any case; an error that lists what there is if it is none. */
  static Runner named(String name) {
    List<String> names =
        Arrays.stream(values())
            .filter(Runner::available)
            .map(Runner::typed)
            .collect(Collectors.toList());
    for (Runner runner : values()) {
      if (runner.typed.equalsIgnoreCase(name)) {
        if (!runner.available()) {
          throw new LakeException(
              ExitCode.BAD_OPTIONS,
              "--runner=" + runner.typed + " is not in this build, which has " + all(names));
        }
        return runner;
      }
    }
    throw new LakeException(
        ExitCode.BAD_OPTIONS,
        "--runner=" + Secrets.maskedText(name) + " is not valid: it must be one of " + all(names));
  }

  private static String all(List<String> names) {
    return String.join(", ", names);
  }

  boolean available() {
    try {
      Class.forName(packageName + "." + typed, false, Runner.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return false;
    }
  }

  /** Whether options of that interface mean something on this runner. */
  boolean takes(Class<?> optionsType) {
    String declaredIn = optionsType.getPackageName();
    return !declaredIn.startsWith(ANY)
        || declaredIn.equals(packageName)
        || declaredIn.equals(packageName + ".options");
  }
}
