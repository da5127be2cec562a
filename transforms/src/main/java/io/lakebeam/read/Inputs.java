package io.lakebeam.read;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** The files that a user names as input. */
public final class Inputs {
  private Inputs() {}

  /**
   * Resolves a comma-separated list of files, directories (every visible file beneath them) and
   * globs; each file once, sorted by path.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} naming the part that matches no file
   */
  public static List<LakeFile> resolve(String specification) {
    TreeMap<String, LakeFile> files = new TreeMap<>();
    for (String part : specification.split(",")) {
      List<LakeFile> found = resolvePart(part.trim());
      if (found.isEmpty()) {
        throw new LakeException(
            ExitCode.BAD_PLACE, part.trim() + " names no file; check --input (and the lake)");
      }
      found.forEach(file -> files.put(file.path(), file));
    }
    return new ArrayList<>(files.values());
  }

  private static List<LakeFile> resolvePart(String part) {
    if (part.isEmpty()) {
      throw new LakeException(ExitCode.BAD_OPTIONS, "--input has an empty part between commas");
    }
    try {
      String path = part.endsWith("/") ? part : withoutSlash(LakeFiles.directory(part));
      List<Metadata> matched = path.endsWith("/") ? List.of() : LakeFiles.match(path);
      if (!matched.isEmpty()) {
        return matched.stream()
            .map(file -> LakeFile.of(LakeFiles.path(file), file.sizeBytes()))
            .collect(Collectors.toList());
      }
      return LakeFiles.isGlob(part) ? List.of() : LakeFiles.listVisible(LakeFiles.directory(part));
    } catch (IllegalArgumentException e) {
      throw new LakeException(ExitCode.BAD_PLACE, part + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String withoutSlash(String directory) {
    return directory.substring(0, directory.length() - 1);
  }
}
