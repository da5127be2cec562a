package io.lakebeam.read;

import io.lakebeam.lake.LakeFile;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Files, cut into {@link FileRange}s of at most 64 MiB, or less where the runner wants smaller
 * bundles. Small files share a bundle. A compressed file is one range; so is an empty one, for its
 * header to be missed.
 */
public final class FileRanges extends PTransform<PBegin, PCollection<FileRange>> {
  private static final long serialVersionUID = 1;

  private final List<FileRange> files;
  private final boolean cutting;

  private FileRanges(List<FileRange> files, boolean cutting) {
    this.files = files;
    this.cutting = cutting;
  }

  public static FileRanges of(List<LakeFile> files) {
    return new FileRanges(
        files.stream()
            .map(file -> FileRange.of(file.path(), 0, file.bytes(), file.bytes()))
            .collect(Collectors.toUnmodifiableList()),
        true);
  }

  /** The same with each file as one range. */
  public FileRanges unsplit() {
    return new FileRanges(files, false);
  }

  @Override
  public PCollection<FileRange> expand(PBegin begin) {
    return begin.apply("Read", Read.from(new FileRangeSource(files, cutting)));
  }
}
