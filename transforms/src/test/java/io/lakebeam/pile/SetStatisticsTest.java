package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetStatisticsTest {
  @Test
  void countsBySetAndRule() {
    SetStatistics statistics = new SetStatistics();
    statistics.keep(Documents.of("a", "kept"));
    statistics.keep(Documents.of("a", "twice"));
    statistics.dropKept("duplicate", Documents.of("a", "twice"));
    statistics.drop("too_short", Documents.of(null, "\u00e9"), 0);

    SetCounts a = statistics.sets().get("a");
    assertThat(a.kept()).isEqualTo(1);
    assertThat(a.keptCharacters()).isEqualTo(4);
    assertThat(a.droppedBy()).isEqualTo(Map.of("duplicate", 1L));
    assertThat(a.droppedCharactersBy()).isEqualTo(Map.of("duplicate", 5L));
    assertThat(statistics.sets().get("__HIVE_DEFAULT_PARTITION__").droppedBy())
        .isEqualTo(Map.of("too_short", 1L));
  }

  @Test
  void countsTheFirstSetsByNameAndAllOthersTogetherInAnyOrder() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < SetStatistics.MOST_SETS + 500; i++) {
      names.add(String.format("%05d", i));
    }
    SetStatistics sum = new SetStatistics();
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(names, new Random(round));
      SetStatistics part = new SetStatistics();
      names.forEach(name -> part.keep(Documents.of(name, "text")));
      sum = sum.plus(part);
    }

    assertThat(sum.sets()).hasSize(SetStatistics.MOST_SETS);
    assertThat(sum.sets().lastKey()).isEqualTo(String.format("%05d", SetStatistics.MOST_SETS - 1));
    assertThat(sum.sets().values()).allMatch(counts -> counts.kept() == 3);
    assertThat(sum.others().kept()).isEqualTo(1500);
  }

  @Test
  void showsTheSameSamplesInWhateverOrderTheyCome() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add("text " + i % 100);
    }
    List<DropSamples> found = new ArrayList<>();
    for (int order = 0; order < 5; order++) {
      Collections.shuffle(texts, new Random(order));
      SetStatistics one = new SetStatistics();
      SetStatistics other = new SetStatistics();
      for (int i = 0; i < texts.size(); i++) {
        (i < 60 ? one : other).drop("too_short", Documents.of("a", texts.get(i)), 0);
      }
      found.add(one.plus(other).samples().get("too_short"));
    }

    assertThat(found.get(0).samples()).hasSize(DropSamples.MOST).doesNotHaveDuplicates();
    assertThat(found)
        .allSatisfy(samples -> assertThat(samples.samples()).isEqualTo(found.get(0).samples()));
  }

  @Test
  void showsWholeCharactersAroundTheReason() {
    String text = "\ud83d\ude00".repeat(100) + "copyright" + "\u20ac".repeat(100);
    SetStatistics statistics = new SetStatistics();
    statistics.drop("contains", Documents.of("a", text), 400);

    DropSample sample = statistics.samples().get("contains").samples().first();
    assertThat(sample.characters()).isEqualTo(209);
    assertThat(sample.excerpt())
        .isEqualTo(
            "\u2026" + "\ud83d\ude00".repeat(20) + "copyright" + "\u20ac".repeat(50) + "\u2026");
  }
}
