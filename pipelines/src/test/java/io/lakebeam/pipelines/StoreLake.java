package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.testing.DuckDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * A lake on any store, worked on by commands in this process.
 *
 * @param root with a slash at its end
 * @param options those that reach the store
 */
record StoreLake(String root, List<String> options) {
  /** How a command ended and what it printed. */
  record Outcome(int code, String out, String err) {
    Outcome done() {
      assertThat(code).as(err).isZero();
      return this;
    }

    /** The one line that says why it failed. */
    String failed(int expected) {
      assertThat(code).as(err).isEqualTo(expected);
      assertThat(err).startsWith("lakebeam: ").hasLineCount(1);
      return err.strip();
    }
  }

  Outcome run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--lake=" + root);
    all.addAll(options);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Lakebeam.run(
            all.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Makes this lake's store the one that Beam's file systems reach. */
  StoreLake reach() {
    FileSystems.setDefaultPipelineOptions(
        PipelineOptionsFactory.fromArgs(options.toArray(String[]::new)).create());
    return this;
  }

  /** Every file of the lake, by its path below the root. */
  List<String> files() {
    reach();
    return LakeFiles.listAll(root).stream()
        .map(file -> LakePaths.of(file).substring(root.length()))
        .toList();
  }

  /** Whatever a run ought not to leave behind. */
  List<String> leftovers() {
    return files().stream()
        .filter(name -> !name.startsWith("_runs/"))
        .filter(name -> name.matches("(.*/)?[_.][^/]*(/.*)?"))
        .toList();
  }

  /** Puts a file into the lake. */
  void put(String name, byte[] bytes) throws IOException {
    reach();
    try (var out = Channels.newOutputStream(LakeFiles.create(root + name, "text/plain"))) {
      out.write(bytes);
    }
  }

  /**
   * The rows of a table as DuckDB reads them, sorted; the files are copied to a directory first.
   */
  List<String> rows(String table, Path directory) throws IOException {
    Path copy = Files.createTempDirectory(directory, "copy");
    for (String name : files()) {
      if (name.startsWith(table + "/")) {
        Path target = copy.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream in = Channels.newInputStream(LakeFiles.open(root + name))) {
          Files.copy(in, target);
        }
      }
    }
    return DuckDb.rows("SELECT * FROM " + DuckDb.table(copy.resolve(table)) + " ORDER BY ALL");
  }
}
