package io.lakebeam.pile.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.value.AutoValue;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered of a finished download, so that the next run can tell whether it is complete:
 * of which remote body the files are, and how long they are.
 */
@AutoValue
public abstract class DownloadRecord {
  private static final ObjectMapper JSON = new ObjectMapper();

  static DownloadRecord of(Identity body, List<DownloadedFile> files, List<String> hidden) {
    return new AutoValue_DownloadRecord(body, files, hidden);
  }

  abstract Identity body();

  /** The files that lie in the lake, in the order in which they came. */
  public abstract List<DownloadedFile> files();

  /** The names of those that were left out, because nobody would see them. */
  public abstract List<String> hidden();

  /** What is remembered at a path; nothing where there is no such file. */
  static Optional<DownloadRecord> read(String path) throws IOException {
    if (!LakeFiles.exists(path)) {
      return Optional.empty();
    }
    JsonNode json = JSON.readTree(LakeFiles.read(path));
    List<DownloadedFile> files = new ArrayList<>();
    for (JsonNode file : json.path("files")) {
      files.add(
          DownloadedFile.of(
              file.path("name").asText(),
              file.path("bytes").asLong(),
              file.path("crc32").asLong()));
    }
    return Optional.of(of(Identity.ofJson(json.path("body")), files, List.of()));
  }

  String toJson() {
    ObjectNode json = JSON.createObjectNode();
    json.set("body", body().toJson());
    ArrayNode entries = json.putArray("files");
    for (DownloadedFile file : files()) {
      entries
          .addObject()
          .put("name", file.name())
          .put("bytes", file.bytes())
          .put("crc32", file.crc32());
    }
    return json.toString();
  }

  /** Whether all its files lie in a directory, each as long as it came. */
  boolean isComplete(String directory) {
    Set<LakeFile> present = new HashSet<>(LakeFiles.listVisible(directory));
    return files().stream()
        .allMatch(file -> present.contains(LakeFile.of(directory + file.name(), file.bytes())));
  }
}
