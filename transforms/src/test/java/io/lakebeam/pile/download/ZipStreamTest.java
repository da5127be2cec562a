package io.lakebeam.pile.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipStreamTest {
  private static final Map<String, String> ENTRIES = entries();

  private static Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("empty", "");
    entries.put("a.txt", "a");
    entries.put("d/long.txt", "some text that repeats, ".repeat(5_000));
    entries.put(
        "ü.txt", new Random(1).ints(20_000).mapToObj(Integer::toString).toList().toString());
    return entries;
  }

  @Test
  void readsWhatTheJdkWrites() throws IOException {
    assertThat(read(Zips.of(ENTRIES))).isEqualTo(ENTRIES);
  }

  @Test
  void readsStoredEntriesAndDirectories() throws IOException {
    assertThat(read(stored())).isEqualTo(Map.of("d/", "", "d/stored", "stored"));
  }

  /** The text holds what begins like a descriptor, and a whole zip with one. */
  @Test
  void readsStoredEntriesWhoseLengthsComeBehindThem() throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("empty", new byte[0]);
    contents.put("a.txt", "PK\7\bPK\7\b text PPK\7".getBytes(StandardCharsets.UTF_8));
    contents.put("zip", Zips.of(ENTRIES));
    contents.put("long", "text ".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    assertThat(read(storedInAStream(contents, 1))).isEqualTo(texts(contents));
    assertThatThrownBy(() -> read(storedInAStream(contents, 2))).isInstanceOf(BadBody.class);
  }

  private static Map<String, String> texts(Map<String, byte[]> contents) {
    Map<String, String> texts = new LinkedHashMap<>();
    contents.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  /**
   * Stored, with lengths behind the data.
   *
   * @param factor what lengths are multiplied by
   */
  private static byte[] storedInAStream(Map<String, byte[]> contents, int factor)
      throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> content : contents.entrySet()) {
      byte[] name = content.getKey().getBytes(StandardCharsets.UTF_8);
      int crc = (int) crc(content.getValue());
      int length = content.getValue().length * factor;
      int offset = zip.size();
      zip.write(
          record(30)
              .putInt(0x04034b50)
              .putShort(6, (short) 8)
              .putShort(26, (short) name.length)
              .array());
      zip.write(name);
      zip.write(content.getValue());
      zip.write(record(16).putInt(0x08074b50).putInt(crc).putInt(length).putInt(length).array());
      directory.write(
          record(46)
              .putInt(0x02014b50)
              .putShort(8, (short) 8)
              .putInt(16, crc)
              .putInt(20, length)
              .putInt(24, length)
              .putShort(28, (short) name.length)
              .putInt(42, offset)
              .array());
      directory.write(name);
    }
    int begin = zip.size();
    zip.write(directory.toByteArray());
    zip.write(
        record(22)
            .putInt(0x06054b50)
            .putShort(8, (short) contents.size())
            .putShort(10, (short) contents.size())
            .putInt(12, directory.size())
            .putInt(16, begin)
            .array());
    return zip.toByteArray();
  }

  /** Not only once its directory has come, which can be hours later. */
  @Test
  void namesAnEntryThatIsDamagedAtItsEnd() throws IOException {
    byte[] zip = stored();
    zip[indexOf(zip, "d/stored".getBytes(StandardCharsets.UTF_8)) + "d/stored".length()] ^= 1;
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(BadBody.class)
        .hasMessageContaining("d/stored is damaged: its CRC");
  }

  /** The CRC, the compressed and the other length, behind the data. */
  @ParameterizedTest
  @ValueSource(ints = {4, 8, 12})
  void refusesADescriptorThatDisagreesWithTheData(int field) {
    byte[] zip = Zips.of(Map.of("a.txt", "text"));
    zip[indexOf(zip, new byte[] {'P', 'K', 7, 8}) + field] ^= 1;
    assertThatThrownBy(() -> read(zip))
        .isInstanceOf(BadBody.class)
        .hasMessageContaining("a.txt is damaged: its CRC");
  }

  private static byte[] stored() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("d/"));
      byte[] text = "stored".getBytes(StandardCharsets.UTF_8);
      ZipEntry entry = new ZipEntry("d/stored");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(text.length);
      entry.setCrc(crc(text));
      zip.putNextEntry(entry);
      zip.write(text);
      zip.closeEntry();
      zip.setComment("with a comment at its end");
    }
    return bytes.toByteArray();
  }

  /** Lengths of 64 bits behind small entries too, which the JDK's own reader takes for damaged. */
  @ParameterizedTest
  @EnumSource(names = {"Always", "Never", "AsNeeded"})
  void readsWhatCommonsCompressStreams(Zip64Mode mode) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream((OutputStream) bytes)) {
      zip.setUseZip64(mode);
      for (Map.Entry<String, String> entry : ENTRIES.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    assertThat(read(bytes.toByteArray())).isEqualTo(ENTRIES);
  }

  @Test
  void readsDescriptorsWithoutASignature() throws IOException {
    byte[] zip = Zips.of(Map.of("a.txt", "some text, some text"));
    int descriptor = indexOf(zip, new byte[] {'P', 'K', 7, 8});
    ByteArrayOutputStream without = new ByteArrayOutputStream();
    without.write(zip, 0, descriptor);
    without.write(zip, descriptor + 4, zip.length - descriptor - 4);
    byte[] bytes = without.toByteArray();
    ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(bytes.length - 6, end.getInt(bytes.length - 6) - 4);

    assertThat(read(bytes)).isEqualTo(Map.of("a.txt", "some text, some text"));
  }

  /** As Go writes it, and so Kaggle: nothing before the data tells that lengths have 64 bits. */
  @Test
  void readsAnEntryOfMoreThanFourGigabytes() throws IOException {
    byte[] zeros = new byte[1 << 26];
    byte[] block = deflated(zeros);
    int blocks = 65;
    long size = (long) blocks << 26;
    CRC32 crc = new CRC32();
    for (int i = 0; i < blocks; i++) {
      crc.update(zeros);
    }
    long compressed = (long) blocks * block.length + 2;
    List<InputStream> parts = new ArrayList<>();
    parts.add(
        in(
            record(30)
                .putInt(0x04034b50)
                .putShort(6, (short) 8)
                .putShort(8, (short) 8)
                .putShort(26, (short) 1)
                .array(),
            "b"));
    for (int i = 0; i < blocks; i++) {
      parts.add(new ByteArrayInputStream(block));
    }
    parts.add(in(new byte[] {3, 0}, ""));
    parts.add(
        in(
            record(24)
                .putInt(0x08074b50)
                .putInt((int) crc.getValue())
                .putLong(compressed)
                .putLong(size)
                .array(),
            ""));
    long directory = 31 + compressed + 24;
    ByteBuffer central =
        record(46)
            .putInt(0x02014b50)
            .putShort(8, (short) 8)
            .putShort(10, (short) 8)
            .putInt(16, (int) crc.getValue())
            .putInt(20, (int) Math.min(compressed, 0xffffffffL))
            .putInt(24, -1)
            .putShort(28, (short) 1)
            .putShort(30, (short) 12);
    parts.add(in(central.array(), "b"));
    parts.add(in(record(12).putShort((short) 1).putShort((short) 8).putLong(size).array(), ""));
    parts.add(
        in(
            record(22)
                .putInt(0x06054b50)
                .putShort(8, (short) 1)
                .putShort(10, (short) 1)
                .putInt(12, 59)
                .putInt(16, (int) directory)
                .array(),
            ""));

    try (ZipStream zip = new ZipStream(new SequenceInputStream(Collections.enumeration(parts)))) {
      assertThat(zip.next().name()).isEqualTo("b");
      byte[] buffer = new byte[1 << 16];
      long read = 0;
      for (int some = zip.read(buffer); some >= 0; some = zip.read(buffer)) {
        read += some;
      }
      assertThat(read).isEqualTo(size).isGreaterThan(0xffffffffL);
      assertThat(zip.next()).isNull();
      zip.checkDirectory();
    }
  }

  @Test
  void refusesAZipThatEndsAnywhereBeforeItsEnd() {
    byte[] zip = Zips.of(Map.of("a.txt", "some text", "b.txt", "more text, more text"));
    for (int length = 0; length < zip.length; length++) {
      byte[] cut = Arrays.copyOf(zip, length);
      assertThatThrownBy(() -> read(cut))
          .as("the first " + length)
          .isInstanceOf(BadBody.class)
          .hasMessageContaining("truncated");
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(zip, zip.length + 1)))
        .isInstanceOf(BadBody.class)
        .hasMessageContaining("more behind its end");
  }

  /** Times, versions and attributes may differ; names and contents may not. */
  @Test
  void isRightOrRefusedWithAnyBitTurned() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("a.txt", "some text, some text");
    entries.put("b.txt", "b");
    byte[] zip = Zips.of(entries);
    int refused = 0;
    for (int bit = 0; bit < zip.length * 8; bit++) {
      byte[] turned = zip.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(read(turned)).as("bit " + bit).isEqualTo(entries);
      } catch (BadBody e) {
        refused++;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    assertThat(refused).isGreaterThan(zip.length * 4);
  }

  @Property
  void isRightOrRefusedWhateverTheBytes(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
    byte[] zip = new byte[bytes.length + 4];
    zip[0] = 'P';
    zip[1] = 'K';
    zip[2] = 3;
    zip[3] = 4;
    System.arraycopy(bytes, 0, zip, 4, bytes.length);
    assertThatThrownBy(() -> read(zip)).isInstanceOf(BadBody.class);
  }

  @Test
  void refusesADirectoryThatLacksAnEntry() {
    byte[] both = Zips.of(new LinkedHashMap<>(Map.of("a.txt", "text")));
    int directory = indexOf(both, new byte[] {'P', 'K', 1, 2});
    int end = indexOf(both, new byte[] {'P', 'K', 5, 6});
    ByteArrayOutputStream without = new ByteArrayOutputStream();
    without.write(both, 0, directory);
    without.write(both, end, both.length - end);

    assertThatThrownBy(() -> read(without.toByteArray()))
        .isInstanceOf(BadBody.class)
        .hasMessageContaining("a.txt is not in it");
  }

  private static Map<String, String> read(byte[] bytes) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipStream zip = new ZipStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntryHeader entry = zip.next(); entry != null; entry = zip.next()) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_000];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          content.write(buffer, 0, read);
        }
        entries.put(entry.name(), content.toString(StandardCharsets.UTF_8));
      }
      zip.checkDirectory();
    }
    return entries;
  }

  private static ByteBuffer record(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static InputStream in(byte[] bytes, String text) {
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Ends at a byte, so that it can be repeated. */
  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    byte[] out = new byte[1 << 20];
    int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int at = 0; at <= bytes.length - wanted.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new AssertionError("not found");
  }
}
