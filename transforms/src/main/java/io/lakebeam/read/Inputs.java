package io.lakebeam.read;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        throw noFile(part.trim());
      }
      found.forEach(file -> files.put(file.path(), file));
    }
    return new ArrayList<>(files.values());
  }

  /**
   * Every visible file beneath a directory.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if there is none
   */
  public static List<LakeFile> beneath(String directory) {
    List<LakeFile> files = LakeFiles.listVisible(directory);
    if (files.isEmpty()) {
      throw noFile(directory);
    }
    return files;
  }

  private static LakeException noFile(String part) {
    return new LakeException(
        ExitCode.BAD_PLACE, part + " names no file; check --input (and the lake)");
  }

  private static List<LakeFile> resolvePart(String part) {
    if (part.isEmpty()) {
      throw new LakeException(ExitCode.BAD_OPTIONS, "--input has an empty part between commas");
    }
    try {
      String path = withoutSlash(LakePaths.directory(part));
      if (LakePaths.isGlob(path)) {
        List<LakeFile> files = visible(path, path);
        return files.isEmpty() ? visible(path + "/**", path) : files;
      }
      List<LakeFile> file = part.endsWith("/") ? List.of() : files(path);
      return file.isEmpty() ? LakeFiles.listVisible(path + "/") : file;
    } catch (IllegalArgumentException e) {
      throw new LakeException(ExitCode.BAD_PLACE, part + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** A pattern finds no file that is hidden below its fixed part. */
  private static List<LakeFile> visible(String glob, String pattern) {
    String fixed = pattern;
    while (LakePaths.isGlob(fixed)) {
      fixed = fixed.substring(0, fixed.lastIndexOf('/'));
    }
    String directory = fixed + "/";
    return files(glob).stream()
        .filter(file -> !LakePaths.isHiddenBelow(directory, file.path()))
        .collect(Collectors.toList());
  }

  private static List<LakeFile> files(String glob) {
    return LakeFiles.match(glob).stream().map(LakeFile::of).collect(Collectors.toList());
  }

  private static String withoutSlash(String directory) {
    return directory.substring(0, directory.length() - 1);
  }
}
