package io.lakebeam.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SortedRecordsTest {
  private record Row(long user, String session, long time, byte[] payload) {}

  private static final RecordCodec<Row> CODEC =
      (row, record) ->
          record
              .putLong(row.user())
              .endGroup()
              .putText(row.session())
              .putLong(row.time())
              .endKey()
              .putBytes(row.payload());

  private static final Comparator<Row> KEY_ORDER =
      Comparator.comparing(Row::session, SortedRecordsTest::compareUtf8)
          .thenComparingLong(Row::time);

  private Path directory;

  @BeforeTry
  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("sort");
  }

  @AfterTry
  @AfterEach
  void deleteDirectory() throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  @Property(tries = 60)
  void givesEveryRecordOnceInTheOrderOfItsFields(
      @ForAll("rows") List<Row> rows, @ForAll("slices") int slices, @ForAll("buffers") int buffer)
      throws IOException {
    List<SpillSlice> spilled = new ArrayList<>();
    int half = rows.size() / 2;
    spilled.addAll(spill(rows.subList(0, half), slices, buffer));
    spilled.addAll(spill(rows.subList(half, rows.size()), slices, buffer));

    List<Row> all = new ArrayList<>();
    for (int slice = 0; slice < slices; slice++) {
      List<Row> merged = merge(spilled, slice);
      assertInOrder(merged);
      all.addAll(merged);
    }
    assertThat(texts(all)).containsExactlyInAnyOrderElementsOf(texts(rows));
    assertGroupsAreWhole(all);
  }

  @Test
  void mergesMoreFilesThanMayBeOpenAtOnce() throws IOException {
    List<SpillSlice> spilled = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Random random = new Random(1);
    for (int file = 0; file < 600; file++) {
      Row row = new Row(random.nextInt(5), "s" + random.nextInt(50), file, new byte[] {0});
      rows.add(row);
      spilled.addAll(spill(List.of(row), 1, 1));
    }
    List<Row> merged = merge(spilled, 0);
    assertInOrder(merged);
    assertThat(texts(merged)).containsExactlyInAnyOrderElementsOf(texts(rows));
  }

  @Test
  void countsWhatARecordStandsFor() throws IOException {
    Spiller<Row> spiller = new Spiller<>(directory + "/", 1, CODEC);
    spiller.add(new Row(1, "", 0, new byte[0]), 41);
    spiller.add(new Row(1, "", 1, new byte[1]), 1);
    try (SortedRecords records = SortedRecords.open(spiller.finish(), directory + "/")) {
      long sum = 0;
      while (records.next()) {
        sum += records.records();
      }
      assertThat(sum).isEqualTo(42);
    }
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    List<SpillSlice> spilled = spill(List.of(new Row(1, "s", 0, new byte[1000])), 1, 1 << 20);
    Path file = Path.of(spilled.get(0).path());
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> merge(spilled, 0))
        .isInstanceOf(LakeException.class)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining(file + " cannot be read back");
  }

  @Test
  void aCutFileIsNamed() throws IOException {
    List<SpillSlice> spilled = spill(List.of(new Row(1, "s", 0, new byte[1000])), 1, 1 << 20);
    Path file = Path.of(spilled.get(0).path());
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
    assertThatThrownBy(() -> merge(spilled, 0))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining(file + " cannot be read back: the file ends too early");
  }

  @Test
  void anyDamageIsNoticed() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(new Row(i, "session " + i, i, new byte[i]));
    }
    List<SpillSlice> spilled = spill(rows, 1, 1 << 20);
    Path file = Path.of(spilled.get(0).path());
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) 0x81;
      Files.write(file, damaged);
      assertThatThrownBy(() -> merge(spilled, 0))
          .as("byte %d", at)
          .isInstanceOf(LakeException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<String> sessions =
        Arbitraries.strings().withChars('\0', '\1', 'a', 'b', 'ä', '\uffff').ofMaxLength(4);
    Arbitrary<byte[]> payloads = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    return Combinators.combine(
            Arbitraries.longs().between(-3, 3), sessions, Arbitraries.longs(), payloads)
        .as(Row::new)
        .list()
        .ofMaxSize(300);
  }

  @Provide
  Arbitrary<Integer> slices() {
    return Arbitraries.of(1, 2, 7);
  }

  @Provide
  Arbitrary<Integer> buffers() {
    return Arbitraries.of(1, 500, 1 << 20);
  }

  private List<SpillSlice> spill(List<Row> rows, int slices, int buffer) throws IOException {
    Spiller<Row> spiller = new Spiller<>(directory + "/", slices, CODEC, buffer);
    for (Row row : rows) {
      spiller.add(row, 1);
    }
    return spiller.finish();
  }

  private List<Row> merge(List<SpillSlice> spilled, int slice) throws IOException {
    List<SpillSlice> parts = spilled.stream().filter(part -> part.slice() == slice).toList();
    List<Row> rows = new ArrayList<>();
    try (SortedRecords records = SortedRecords.open(parts, directory + "/")) {
      while (records.next()) {
        RecordReader fields = records.fields();
        rows.add(new Row(fields.getLong(), fields.getText(), fields.getLong(), fields.getBytes()));
      }
    }
    return rows;
  }

  private static void assertInOrder(List<Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).user() == rows.get(i - 1).user()) {
        assertThat(KEY_ORDER.compare(rows.get(i - 1), rows.get(i))).isLessThanOrEqualTo(0);
      }
    }
  }

  private static void assertGroupsAreWhole(List<Row> rows) {
    List<Long> users = new ArrayList<>();
    for (Row row : rows) {
      if (users.isEmpty() || users.get(users.size() - 1) != row.user()) {
        users.add(row.user());
      }
    }
    assertThat(users).doesNotHaveDuplicates();
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream()
        .map(row -> row.user() + row.session() + row.time() + Arrays.toString(row.payload()))
        .toList();
  }

  private static int compareUtf8(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
