package io.lakebeam.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which staged files of a partition are put together. A file is small below half the target; a
 * partition keeps up to {@value #MOST_SMALL_FILES} of those, and where there are more, they are all
 * put together, to no more than the target. So no file is copied twice, and of what is copied all
 * files but one a partition have half the target at least, unless they came from very many.
 */
final class MergePlan {
  /** Not worth a copy: an input in order of the partitions gives one or two. */
  static final int MOST_SMALL_FILES = 4;

  /** Of one merge, since they are opened one after another: a minute on an object store. */
  private static final int MOST_SOURCES = 500;

  private MergePlan() {}

  /** The files of each merge; files that stay as they are come in none. */
  static List<List<StagedFile>> of(Collection<StagedFile> staged, long targetBytes) {
    Map<String, List<StagedFile>> smallFiles = new TreeMap<>();
    for (StagedFile file : staged) {
      if (file.bytes() < targetBytes / 2) {
        smallFiles.computeIfAbsent(file.directory(), absent -> new ArrayList<>()).add(file);
      }
    }
    List<List<StagedFile>> merges = new ArrayList<>();
    for (List<StagedFile> small : smallFiles.values()) {
      if (small.size() > MOST_SMALL_FILES) {
        small.sort(Comparator.comparing(StagedFile::path));
        pack(small, targetBytes, merges);
      }
    }
    return merges;
  }

  private static void pack(
      List<StagedFile> small, long targetBytes, List<List<StagedFile>> merges) {
    List<StagedFile> merge = new ArrayList<>();
    long bytes = 0;
    for (StagedFile file : small) {
      if (bytes + file.bytes() > targetBytes || merge.size() == MOST_SOURCES) {
        merges.add(merge);
        merge = new ArrayList<>();
        bytes = 0;
      }
      merge.add(file);
      bytes += file.bytes();
    }
    if (merge.size() > 1) {
      merges.add(merge);
    }
  }
}
