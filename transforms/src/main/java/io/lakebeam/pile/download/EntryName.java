package io.lakebeam.pile.download;

import io.lakebeam.lake.LakePaths;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that others gave to files, such as those of a zip's entries: which may lie in a lake. */
final class EntryName {
  private static final List<String> NO_NAMES = List.of("", ".", "..");

  private EntryName() {}

  /** Why a file of that name cannot lie below a directory of the lake; null if it can. */
  static @Nullable String refusal(String name) {
    if (name.chars().anyMatch(Character::isISOControl)) {
      return "it has a control character";
    }
    if (name.contains("\\")) {
      return "it has a backslash";
    }
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return "it is an absolute path";
    }
    if (Arrays.stream(name.split("/", -1)).anyMatch(NO_NAMES::contains)) {
      return "it has a part that is empty, . or ..";
    }
    return LakePaths.isGlob(name) ? "it has one of *?[{, which reads as a pattern" : null;
  }

  /** Whether readers of the lake would never see it, since a part of it begins with _ or a dot. */
  static boolean isHidden(String name) {
    return Arrays.stream(name.split("/")).anyMatch(LakePaths::isHidden);
  }
}
