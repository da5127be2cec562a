package io.lakebeam.events;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.sample.SplitMix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sample of shop events is deterministic, sized as asked for, and realistic where it matters.
 */
class EventGeneratorTest {
  private static final int TIME = 0;
  private static final int TYPE = 1;
  private static final int PRODUCT = 2;
  private static final int CODE = 4;
  private static final int BRAND = 5;
  private static final int USER = 7;
  private static final int SESSION = 8;
  private static final long ROWS = 50_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 99, 100, 101, 12_345})
  void writesExactlySoManyRows(long rows) {
    EventGenerator generator = EventGenerator.of(rows, 3, 0.01);
    long written = 0;
    for (int file = 0; file < generator.files(); file++) {
      written += lines(generator, file).size();
    }
    assertThat(written).isEqualTo(rows);
  }

  @Test
  void writesTheSameBytesEverywhere() {
    CRC32 crc = new CRC32();
    EventGenerator generator = EventGenerator.of(10_000, 42, 0.01);
    for (int file = generator.files() - 1; file >= 0; file--) {
      crc.update(bytes(generator, file));
    }
    assertThat(Long.toHexString(crc.getValue())).isEqualTo("8d047b3d");
  }

  @Test
  void namesFilesByMonth() {
    assertThat(EventGenerator.of(1, 1, 0).files()).isEqualTo(2);
    EventGenerator months = EventGenerator.of(300_000_000, 1, 0);
    assertThat(months.files()).isEqualTo(5);
    assertThat(months.name(0)).isEqualTo("2019-Oct.csv").matches(EventGenerator.NAMES);
    assertThat(months.name(4)).isEqualTo("2020-Feb.csv").matches(EventGenerator.NAMES);
  }

  @Test
  void writesEachMonthInOrderOfTime() {
    for (int file = 0; file < 2; file++) {
      List<String> times = column(lines(EventGenerator.of(ROWS, 1, 0), file), TIME);
      assertThat(times).isSorted().allMatch(time -> time.endsWith(" UTC"));
      assertThat(times.get(0)).startsWith(file == 0 ? "2019-10-01 00:" : "2019-11-01 00:");
      assertThat(times.get(times.size() - 1)).startsWith(file == 0 ? "2019-10-31" : "2019-11-30");
    }
  }

  @Test
  void dirtyLinesTakeThePlaceOfOthers() {
    EventGenerator dirty = EventGenerator.of(ROWS, 1, 0.01);
    long different = 0;
    for (int file = 0; file < 2; file++) {
      List<String> spoiled = lines(dirty, file);
      List<String> clean = lines(EventGenerator.of(ROWS, 1, 0), file);
      assertThat(spoiled).hasSameSizeAs(clean);
      for (int i = 0; i < clean.size(); i++) {
        different += clean.get(i).equals(spoiled.get(i)) ? 0 : 1;
      }
    }
    assertThat(different).isEqualTo(dirty.dirtyRows()).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource
  void everyDefectChangesTheLine(SampleEventDefect defect) {
    String clean = lines(EventGenerator.of(100, 1, 0), 0).get(0);
    for (int seed = 0; seed < 50; seed++) {
      assertThat(defect.spoiled(clean, new SplitMix64(seed)))
          .isNotEqualTo(clean)
          .isNotBlank()
          .doesNotContain("\n");
    }
  }

  @Test
  void hasFewBusyUsersAndProducts() {
    for (int column : new int[] {USER, PRODUCT}) {
      List<Long> sizes =
          new ArrayList<>(
              column(all(), column).stream()
                  .collect(groupingBy(value -> value, counting()))
                  .values());
      sizes.sort(Collections.reverseOrder());
      long top = sizes.subList(0, sizes.size() / 10).stream().mapToLong(Long::longValue).sum();
      assertThat(top).isBetween(ROWS * 3 / 10, ROWS * 7 / 10);
    }
  }

  @Test
  void hasWhatMakesTheTaskHard() {
    List<String> lines = all();
    Map<String, Set<String>> usersOfSession =
        lines.stream()
            .map(EventGeneratorTest::fields)
            .collect(groupingBy(f -> f[SESSION], mapping(f -> f[USER], toSet())));
    assertThat(usersOfSession.values())
        .filteredOn(users -> users.size() > 1)
        .hasSizeGreaterThan(50);
    assertThat(lines.size() - new HashSet<>(lines).size()).isGreaterThan(300);
    assertThat(column(lines, BRAND)).filteredOn(String::isEmpty).hasSizeGreaterThan(4000);
    assertThat(column(lines, CODE)).filteredOn(String::isEmpty).hasSizeGreaterThan(10_000);

    Map<String, Long> types =
        column(lines, TYPE).stream().collect(groupingBy(type -> type, counting()));
    assertThat(types.keySet())
        .containsExactlyInAnyOrder("view", "cart", "remove_from_cart", "purchase");
    assertThat(types.get("purchase")).isBetween(ROWS / 100, ROWS / 10);
  }

  @Test
  void hasSessionsThatCrossTheEndOfAMonth() {
    EventGenerator generator = EventGenerator.of(10 * ROWS, 1, 0);
    Set<String> october = new HashSet<>(column(lines(generator, 0), SESSION));
    assertThat(column(lines(generator, 1), SESSION)).anyMatch(october::contains);
  }

  private static List<String> all() {
    EventGenerator generator = EventGenerator.of(ROWS, 1, 0);
    List<String> lines = new ArrayList<>(lines(generator, 0));
    lines.addAll(lines(generator, 1));
    return lines;
  }

  private static List<String> column(List<String> lines, int column) {
    return lines.stream().map(line -> fields(line)[column]).toList();
  }

  private static String[] fields(String line) {
    return line.split(",", -1);
  }

  private static List<String> lines(EventGenerator generator, int file) {
    String text = new String(bytes(generator, file), StandardCharsets.ISO_8859_1);
    List<String> lines = Arrays.asList(text.split("\n"));
    assertThat(lines.get(0)).isEqualTo(EventCsvLines.HEADER);
    return lines.subList(1, lines.size());
  }

  private static byte[] bytes(EventGenerator generator, int file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      generator.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
