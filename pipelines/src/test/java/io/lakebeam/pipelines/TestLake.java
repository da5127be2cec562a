package io.lakebeam.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.testing.DuckDb;
import io.lakebeam.trades.Trade;
import io.lakebeam.trades.TradeCsvLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A lake in a directory, worked on by commands and looked at from outside. */
final class TestLake {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;

  TestLake(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Runs a pipeline on this lake. */
  Ended run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--lake=" + root);
    return Ended.of(all.toArray(String[]::new));
  }

  /** Puts trades into a file of the landing place, as the exchange would. */
  Path land(String name, Collection<Trade> trades) {
    return write("landing/trades/" + name, TradeCsvLines.file(trades));
  }

  /** Writes a file of that text. */
  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What DuckDB finds: columns of a table's rows, in the order of the first ones. */
  List<String> rows(String table, String columns) {
    return DuckDb.rows(
        "SELECT " + columns + " FROM " + DuckDb.table(root.resolve(table)) + " ORDER BY ALL");
  }

  long count(String table) {
    return Long.parseLong(rows(table, "count(*)").get(0));
  }

  /** The files and directories beneath a directory, as paths below the lake's root, sorted. */
  List<String> tree(String directory) {
    Path top = root.resolve(directory);
    if (!Files.exists(top)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(top)) {
      return walk.skip(1).map(path -> root.relativize(path).toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file with its length and its time of change, every directory with its own. */
  List<String> fingerprint() {
    return tree("").stream().map(this::fingerprint).toList();
  }

  private String fingerprint(String name) {
    Path path = root.resolve(name);
    try {
      return name + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a run has left in hiding: stagings, locks, temporary files, everything but reports. */
  List<String> leftovers() {
    return tree("").stream()
        .filter(name -> !name.equals("_runs") && !name.startsWith("_runs/"))
        .filter(name -> name.matches("(.*/)?[_.][^/]*(/.*)?"))
        .toList();
  }

  /** The lines of all rejects of a run. */
  List<JsonNode> rejects(String pipeline, String runId) {
    List<JsonNode> rejects = new ArrayList<>();
    try {
      for (String file : tree("rejects/" + pipeline + "/run=" + runId)) {
        for (String line : Files.readAllLines(root.resolve(file))) {
          rejects.add(JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rejects;
  }

  boolean hasReport(String pipeline, String runId) {
    return Files.exists(report(pipeline, runId));
  }

  JsonNode readReport(String pipeline, String runId) {
    try {
      return JSON.readTree(report(pipeline, runId).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path report(String pipeline, String runId) {
    return root.resolve("_runs/" + pipeline + "/" + runId + ".json");
  }
}
