package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvHeaderTest {
  private static final CsvFormat FORMAT = CsvFormat.of("id", "side", "price", "volume");
  @TempDir Path directory;

  private CsvHeader header(String text) throws IOException {
    return header(text, FORMAT);
  }

  private CsvHeader header(String text, CsvFormat format) throws IOException {
    Path file = Files.write(directory.resolve("in.csv"), text.getBytes(StandardCharsets.UTF_8));
    return CsvHeader.read(LakeFile.of(file.toString(), Files.size(file)), format);
  }

  private static int[] positions(CsvHeader header) {
    return new int[] {
      header.position(0), header.position(1), header.position(2), header.position(3)
    };
  }

  @Test
  void findsTheColumnsInAnyOrderBesideOthers() throws IOException {
    CsvHeader header = header("price,extra,volume,id,,side\n1,2,3\n");

    assertThat(positions(header)).containsExactly(3, 5, 0, 2);
    assertThat(header.fields()).isEqualTo(6);
    assertThat(header.end()).isEqualTo(28);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# id,side,price,volume\n",
        "#id,side,price\n",
        "Exported \"by, someone\n",
        "\"unclosed\n",
        "id,side\n",
        "\n\r\n\r\n",
        "my id,my side,price,volume\n",
        "ID,Side,PRICE,volume,id\n"
      })
  void passesWhatStandsBeforeIt(String before) throws IOException {
    CsvHeader header = header("\uFEFF" + before + "id,side,price,volume\r\n");

    assertThat(positions(header)).containsExactly(0, 1, 2, 3);
    assertThat(header.end()).isEqualTo(3 + before.length() + 22);
  }

  @Test
  void passesALineLongerThanMemoryShouldHold() throws IOException {
    String comment = "x,".repeat(CsvReader.MAX_RECORD_BYTES);

    assertThat(header(comment + "\nid,side,price,volume").end())
        .isEqualTo(comment.length() + 1 + 20);
  }

  @Test
  void readsQuotedNames() throws IOException {
    CsvFormat format = CsvFormat.of("a \"b\"", "c,d");

    CsvHeader header = header("\"c,d\",\"a \"\"b\"\"\"\n", format);

    assertThat(header.position(0)).isEqualTo(1);
    assertThat(header.position(1)).isEqualTo(0);
  }

  @Test
  void needsAllOfFewColumns() throws IOException {
    CsvFormat two = CsvFormat.of("a", "b");

    assertThat(header("a,x\nb,a\n", two).position(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "\uFEFF", "1,2,3,4\n", "# id,side,price,volume\n", "id;side;price"})
  void saysThatAFileHasNoHeader(String text) {
    assertThatThrownBy(() -> header(text))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
        .hasMessageContaining("in.csv has no header line")
        .hasMessageContaining("id,side,price,volume");
  }

  @Test
  void namesTheAbsentColumnAndTheFile() {
    assertThatThrownBy(() -> header("id,side,volume,Price\n"))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
        .hasMessageContaining("in.csv has no column price");
  }

  @Test
  void refusesAColumnThatStandsTwice() {
    assertThatThrownBy(() -> header("id,side,price,volume,side\n"))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("column side twice");
  }

  @Test
  void saysThatAFileIsAbsentOrHasChanged() throws IOException {
    Path file = Files.writeString(directory.resolve("in.csv"), "id,side,price,volume\n");
    LakeFile shorter = LakeFile.of(file.toString(), 5);
    LakeFile absent = LakeFile.of(directory.resolve("absent.csv").toString(), 5);

    assertThatThrownBy(() -> CsvHeader.read(shorter, FORMAT))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("in.csv has changed");
    assertThatThrownBy(() -> CsvHeader.read(absent, FORMAT))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
        .hasMessageContaining("absent.csv cannot be read");
  }
}
