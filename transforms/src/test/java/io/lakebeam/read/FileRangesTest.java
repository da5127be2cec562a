package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.SourceTestUtils;
import org.junit.jupiter.api.Test;

class FileRangesTest {
  private static final PipelineOptions OPTIONS = PipelineOptionsFactory.create();
  private static final long MIB = 1 << 20;

  private static FileRange whole(String path, long bytes) {
    return FileRange.of(path, 0, bytes, bytes);
  }

  private static List<List<FileRange>> bundles(FileRangeSource source, long desiredBytes)
      throws Exception {
    List<List<FileRange>> bundles = new ArrayList<>();
    for (BoundedSource<FileRange> bundle : source.split(desiredBytes, OPTIONS)) {
      bundles.add(SourceTestUtils.readFromSource(bundle, OPTIONS));
    }
    return bundles;
  }

  @Property
  void cutsWithoutGapIntoBundlesOfTheDesiredSize(
      @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 1000) Long> lengths,
      @ForAll @LongRange(min = 0, max = 1500) long desiredBytes)
      throws Exception {
    List<FileRange> files = new ArrayList<>();
    lengths.forEach(length -> files.add(whole("file " + files.size(), length)));

    List<List<FileRange>> bundles = bundles(new FileRangeSource(files, true), desiredBytes);

    List<FileRange> joined = new ArrayList<>();
    for (List<FileRange> bundle : bundles) {
      assertThat(bundle.stream().mapToLong(range -> range.end() - range.start()).sum())
          .isLessThanOrEqualTo(Math.max(1, desiredBytes));
      for (FileRange range : bundle) {
        FileRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last != null && last.path().equals(range.path())) {
          assertThat(range.start()).isEqualTo(last.end());
          joined.remove(last);
          joined.add(FileRange.of(range.path(), last.start(), range.end(), range.fileBytes()));
        } else {
          joined.add(range);
        }
      }
    }
    assertThat(joined).isEqualTo(files);
    assertThat(bundles).isNotEmpty();
  }

  @Test
  void neverCutsIntoMoreThan64MiB() throws Exception {
    FileRangeSource source = new FileRangeSource(List.of(whole("big.csv", 130 * MIB)), true);

    assertThat(bundles(source, 1000 * MIB).get(0))
        .extracting(range -> range.end() - range.start())
        .containsExactly(130 * MIB / 3 + 1, 130 * MIB / 3, 130 * MIB / 3);
  }

  @Test
  void keepsCompressedFilesWhole() throws Exception {
    List<FileRange> files =
        List.of(whole("a.csv.gz", 500), whole("b.csv.zst", 500), whole("c.csv.bz2", 500));

    assertThat(bundles(new FileRangeSource(files, true), 100))
        .containsExactly(List.of(files.get(0)), List.of(files.get(1)), List.of(files.get(2)));
  }

  @Test
  void keepsEveryFileWholeIfAsked() throws Exception {
    List<FileRange> files = List.of(whole("a.csv", 500), whole("b.csv", 500));

    assertThat(bundles(new FileRangeSource(files, false), 100)).hasSize(2);
  }

  @Test
  void packsSmallFilesTogether() throws Exception {
    List<FileRange> files = List.of(whole("a", 40), whole("b", 40), whole("c", 40), whole("d", 0));

    assertThat(bundles(new FileRangeSource(files, true), 100))
        .containsExactly(files.subList(0, 2), files.subList(2, 4));
  }

  @Test
  void sendsRangesAsTheyAre() throws Exception {
    FileRange range = FileRange.of("s3://bucket/é.csv", 1, 1L << 40, 1L << 41);

    CoderProperties.coderDecodeEncodeEqual(FileRangeCoder.of(), range);
    CoderProperties.coderDeterministic(
        FileRangeCoder.of(), range, FileRange.of("s3://bucket/é.csv", 1, 1L << 40, 1L << 41));
    CoderProperties.coderSerializable(FileRangeCoder.of());
    assertThat(FileRangeCoder.of()).isEqualTo(FileRangeCoder.of());
  }
}
