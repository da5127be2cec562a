package io.lakebeam.pipelines;

import io.lakebeam.lake.AtOnce;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.pipelines.Job.InputCheck;
import java.io.IOException;
import java.util.List;

/** Looks at every input file before any work. */
final class Checked {
  private static final int THREADS = 16;

  private Checked() {}

  /** Checks many files at once: on an object store each takes a round trip or two. */
  static void inParallel(List<LakeFile> files, InputCheck check) throws IOException {
    AtOnce.each(files, THREADS, check::check);
  }
}
