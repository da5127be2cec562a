package io.lakebeam.pile;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.sample.SplitMix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample of the Pile is deterministic, sized as asked for, and realistic where it matters. */
class PileGeneratorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS = 2_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 99})
  void writesExactlySoManyRows(long rows) {
    assertThat(lines(PileGenerator.of(rows, 3, 0.1))).hasSize((int) rows);
  }

  @Test
  void writesTheSameBytesEverywhere() {
    CRC32 crc = new CRC32();
    crc.update(bytes(PileGenerator.of(500, 42, 0.01), 0));
    assertThat(Long.toHexString(crc.getValue())).isEqualTo("54ff3f49");
  }

  @Test
  void cutsRowsIntoFilesThatDoNotDependOnEachOther() {
    PileGenerator two = PileGenerator.of(PileGenerator.ROWS_PER_FILE + 3, 1, 0);
    assertThat(two.files()).isEqualTo(2);
    assertThat(two.name(1)).isEqualTo("sample-00001.jsonl").matches(PileGenerator.NAMES);
    assertThat(bytes(two, 1)).asString().hasLineCount(3);
  }

  @Test
  void everyLineIsADocumentOfAKnownSet() throws IOException {
    Set<String> names =
        new HashSet<>(Arrays.stream(SampleSet.values()).map(SampleSet::setName).toList());
    for (String line : lines(PileGenerator.of(ROWS, 1, 0))) {
      JsonNode document = JSON.readTree(line);
      assertThat(document.path("text").isTextual()).isTrue();
      JsonNode name = document.path("meta").path("pile_set_name");
      assertThat(name.isMissingNode() || names.contains(name.asText())).isTrue();
    }
  }

  @Test
  void setsHaveTheSharesAndSizesOfThePile() {
    SplitMix64 random = new SplitMix64(5);
    int draws = 200_000;
    Map<SampleSet, Long> drawn =
        IntStream.range(0, draws)
            .mapToObj(i -> SampleSet.draw(random))
            .collect(groupingBy(set -> set, counting()));
    double all = Arrays.stream(SampleSet.values()).mapToDouble(SampleSet::documents).sum();
    for (SampleSet set : SampleSet.values()) {
      double share = set.documents() / all;
      assertThat(drawn.getOrDefault(set, 0L) / (double) draws)
          .as(set.setName())
          .isCloseTo(share, within(0.003));
    }
    double bytes =
        IntStream.range(0, draws).mapToLong(i -> SampleSet.GITHUB.drawBytes(random)).sum();
    assertThat(bytes / draws).isCloseTo(SampleSet.GITHUB.meanBytes(), within(100.0));
  }

  @Test
  void documentsHaveTheMeanSizeOfThePile() {
    double bytes = bytes(PileGenerator.of(10_000, 2, 0), 0).length;
    assertThat(bytes / 10_000).isBetween(4_500.0, 8_500.0);
  }

  @Test
  void someTextsAreThereTwiceAndSomeNearly() throws IOException {
    List<String> texts = texts(PileGenerator.of(ROWS, 1, 0));
    long folded =
        texts.stream().map(text -> text.strip().replaceAll("\\s+", " ")).distinct().count();
    long exact = texts.stream().distinct().count();
    long beginnings =
        texts.stream()
                .filter(text -> text.length() > 400)
                .map(text -> text.substring(0, 40))
                .count()
            - texts.stream()
                .filter(text -> text.length() > 400)
                .map(text -> text.substring(0, 40))
                .distinct()
                .count();
    assertThat(ROWS - exact).isBetween(ROWS / 40L, ROWS / 15L);
    assertThat(exact - folded).isBetween(5L, 60L);
    assertThat(beginnings).isGreaterThan(ROWS - folded);
  }

  @Test
  void someTextsFallUnderARule() throws IOException {
    List<String> texts = texts(PileGenerator.of(ROWS, 1, 0));
    assertThat(texts).anyMatch(text -> text.length() <= 100);
    assertThat(texts.stream().filter(text -> text.contains("copyright")).count())
        .isBetween(ROWS / 50L, ROWS / 15L);
    assertThat(texts).anyMatch(text -> text.contains("Copyright"));
    assertThat(texts).anyMatch(text -> text.contains("@"));
    assertThat(texts).anyMatch(text -> text.codePoints().anyMatch(c -> c > 0xFFFF));
  }

  @Test
  void dirtyLinesTakeThePlaceOfOthers() {
    PileGenerator dirty = PileGenerator.of(ROWS, 1, 0.05);
    List<String> spoiled = lines(dirty);
    List<String> clean = lines(PileGenerator.of(ROWS, 1, 0));
    long different =
        IntStream.range(0, ROWS).filter(i -> !clean.get(i).equals(spoiled.get(i))).count();
    assertThat(different).isEqualTo(dirty.dirtyRows()).isEqualTo(ROWS / 20);
  }

  @ParameterizedTest
  @EnumSource
  void everyDefectChangesTheLine(SampleDocumentDefect defect) {
    for (String clean : lines(PileGenerator.of(30, 1, 0))) {
      for (int seed = 0; seed < 5; seed++) {
        assertThat(defect.spoiled(clean, new SplitMix64(seed)))
            .isNotEqualTo(clean)
            .isNotBlank()
            .doesNotContain("\n");
      }
    }
  }

  private static List<String> texts(PileGenerator generator) throws JsonProcessingException {
    List<String> texts = new java.util.ArrayList<>();
    for (String line : lines(generator)) {
      texts.add(JSON.readTree(line).path("text").asText());
    }
    return texts;
  }

  private static List<String> lines(PileGenerator generator) {
    return new String(bytes(generator, 0), StandardCharsets.ISO_8859_1)
        .lines()
        .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] bytes(PileGenerator generator, int file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      generator.write(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
