package io.lakebeam.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.write.StagedFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which staged files go to a place, and which of those that are there they replace. */
final class Moves {
  private final List<StagedFile> files;
  private final List<String> replaced;

  private Moves(List<StagedFile> files, List<String> replaced) {
    this.files = files;
    this.replaced = replaced;
  }

  /** Files that replace nothing. */
  static Moves adding(List<StagedFile> files) {
    return new Moves(files, List.of());
  }

  /** Files that replace others; a file that comes again under its own name is not among those. */
  static Moves replacing(
      List<StagedFile> files, List<LakeFile> present, Predicate<LakeFile> isReplaced) {
    Set<String> targets = new HashSet<>();
    files.forEach(file -> targets.add(file.target()));
    return new Moves(
        files,
        present.stream()
            .filter(isReplaced)
            .map(LakeFile::path)
            .filter(path -> !targets.contains(path))
            .collect(Collectors.toList()));
  }

  /** Files that replace all that is there. */
  static Moves replacingAll(List<StagedFile> files, List<LakeFile> present) {
    return replacing(files, present, file -> true);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode sources = json.putArray("sources");
    ArrayNode targets = json.putArray("targets");
    for (StagedFile file : files) {
      sources.add(file.path());
      targets.add(file.target());
    }
    ArrayNode removes = json.putArray("replaced");
    replaced.forEach(removes::add);
    return json;
  }
}
