package io.lakebeam.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergePlanTest {
  private static final long TARGET = 100;

  @Provide
  Arbitrary<List<StagedFile>> files() {
    return Combinators.combine(
            Arbitraries.of("a=1/", "a=2/", "b=1/"),
            Arbitraries.longs().between(0, 120),
            Arbitraries.longs())
        .as(MergePlanTest::file)
        .list()
        .ofMaxSize(60)
        .uniqueElements();
  }

  private static StagedFile file(String directory, long bytes, long name) {
    return StagedFile.of("staging/" + directory + name, "table/" + directory + name, 1, bytes);
  }

  @Test
  void leavesAFewSmallFilesAlone() {
    List<StagedFile> files = new ArrayList<>(List.of(file("p/", 50, 0), file("p/", 100, 1)));
    for (int i = 2; i < 6; i++) {
      files.add(file("p/", 1, i));
      files.add(file("q/", 1, i));
    }
    assertThat(MergePlan.of(files, TARGET)).isEmpty();

    files.add(file("p/", 49, 6));
    assertThat(MergePlan.of(files, TARGET))
        .singleElement()
        .satisfies(merge -> assertThat(merge).hasSize(5).allMatch(file -> file.bytes() < 50));
  }

  @Test
  void fillsAMergeToTheLastByteOfTheTarget() {
    List<StagedFile> files = new ArrayList<>();
    for (long bytes : new long[] {40, 40, 20, 30, 30}) {
      files.add(file("p/", bytes, files.size()));
    }
    assertThat(MergePlan.of(files, TARGET))
        .containsExactly(files.subList(0, 3), files.subList(3, 5));
  }

  @Test
  void opensNoMoreThanSomeHundredFilesForOne() {
    List<StagedFile> files = new ArrayList<>();
    for (int i = 0; i < 1001; i++) {
      files.add(file("p/", 0, i));
    }
    assertThat(MergePlan.of(files, TARGET)).extracting(List::size).containsExactly(500, 500);
  }

  @Property
  void mergesSmallFilesOfOnePartitionUpToTheTarget(@ForAll("files") List<StagedFile> files) {
    List<List<StagedFile>> merges = MergePlan.of(files, TARGET);

    Set<StagedFile> merged = new HashSet<>();
    for (List<StagedFile> merge : merges) {
      assertThat(merge).hasSizeGreaterThan(1).allMatch(file -> file.bytes() < TARGET / 2);
      assertThat(merge.stream().map(StagedFile::directory).distinct()).hasSize(1);
      assertThat(merge.stream().mapToLong(StagedFile::bytes).sum()).isLessThanOrEqualTo(TARGET);
      merge.forEach(file -> assertThat(merged.add(file)).as("merged once").isTrue());
    }
    for (String directory : List.of("table/a=1/", "table/a=2/", "table/b=1/")) {
      long left =
          files.stream()
              .filter(file -> file.directory().equals(directory))
              .filter(file -> file.bytes() < TARGET / 2 && !merged.contains(file))
              .count();
      long halfFull =
          merges.stream()
              .filter(merge -> merge.get(0).directory().equals(directory))
              .filter(merge -> merge.stream().mapToLong(StagedFile::bytes).sum() < TARGET / 2)
              .count();
      assertThat(left).isLessThanOrEqualTo(MergePlan.MOST_SMALL_FILES);
      assertThat(halfFull).isLessThanOrEqualTo(1);
    }
  }
}
