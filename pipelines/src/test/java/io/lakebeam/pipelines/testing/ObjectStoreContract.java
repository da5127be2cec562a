package io.lakebeam.pipelines.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lake asks of the place it lies in, whichever file system that is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ObjectStoreContract {
  private String directory;

  /** Opens the place, once for all tests, and gives the options that reach it. */
  protected abstract PipelineOptions open();

  /** A place to write in, a slash at its end. */
  protected abstract String root();

  @BeforeAll
  void connect() {
    FileSystems.setDefaultPipelineOptions(open());
  }

  @BeforeEach
  void takeAFreshDirectory() {
    directory = root() + UUID.randomUUID() + "/";
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    String file = write("a.txt", "hello");

    assertThat(LakeFiles.read(file)).isEqualTo("hello");
  }

  @Test
  void readsFromTheMiddle() throws IOException {
    String file = write("a.txt", "0123456789");

    assertThat(readAt(file, 3, 4)).isEqualTo("3456");
    assertThat(readAt(file, 9, 1)).isEqualTo("9");
    assertThat(readAt(file, 0, 2)).isEqualTo("01");
  }

  @Test
  void keepsEmptyFiles() throws IOException {
    String file = write("empty", "");

    assertThat(LakeFiles.read(file)).isEmpty();
    assertThat(LakeFiles.listAll(directory)).extracting(Metadata::sizeBytes).containsExactly(0L);
  }

  @Test
  void keepsBigFiles() throws IOException {
    byte[] bytes = new byte[20 << 20];
    new Random(7).nextBytes(bytes);
    String file = write("big", bytes);

    assertThat(LakeFiles.listAll(directory))
        .extracting(Metadata::sizeBytes)
        .containsExactly((long) bytes.length);
    try (ReadableByteChannel channel = FileSystems.open(LakePaths.resource(file))) {
      assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void replacesAFileThatIsThere() throws IOException {
    write("a.txt", "a longer text than the next");
    String file = write("a.txt", "new");

    assertThat(LakeFiles.read(file)).isEqualTo("new");
  }

  @Test
  void listsAllThatLiesBeneathADirectory() throws IOException {
    String top = write("a.txt", "a");
    String deep = write("date=2023-01-01/hour=5/b.txt", "bb");

    assertThat(LakeFiles.listAll(directory)).extracting(LakePaths::of).containsExactly(top, deep);
    assertThat(LakeFiles.match(directory + "*")).extracting(LakePaths::of).containsExactly(top);
    assertThat(LakeFiles.match(directory + "date=*/hour=?/*.txt"))
        .extracting(LakePaths::of)
        .containsExactly(deep);
  }

  @Test
  void listsNothingWhereNothingIs() {
    assertThat(LakeFiles.listAll(directory)).isEmpty();
    assertThat(LakeFiles.exists(directory + "a.txt")).isFalse();
  }

  @Test
  void listsMoreThanOnePage() throws IOException {
    List<Integer> numbers = IntStream.range(0, 1100).boxed().toList();
    numbers.parallelStream().forEach(number -> writeUnchecked("part-" + number, "x"));

    assertThat(LakeFiles.listAll(directory)).hasSize(1100);
  }

  @Test
  void saysWhenAFileWasWritten() throws IOException {
    long before = System.currentTimeMillis();
    write("a.txt", "a");

    // Seconds are what S3 promises.
    assertThat(LakeFiles.listAll(directory).get(0).lastModifiedMillis())
        .isBetween(before - 2000, System.currentTimeMillis() + 2000);
  }

  @Test
  void movesFilesAndCanBeAskedToAgain() throws IOException {
    String source = write("_staging/a.txt", "a");
    String target = directory + "table/a.txt";

    LakeFiles.move(List.of(source), List.of(target));
    LakeFiles.moveAgain(List.of(source), List.of(target));

    assertThat(LakeFiles.listAll(directory)).extracting(LakePaths::of).containsExactly(target);
    assertThat(LakeFiles.read(target)).isEqualTo("a");
  }

  @Test
  void movesManyFiles() throws IOException {
    List<Integer> numbers = IntStream.range(0, 150).boxed().toList();
    List<String> sources =
        numbers.parallelStream()
            .map(number -> writeUnchecked("from/" + number, "" + number))
            .toList();
    List<String> targets = numbers.stream().map(number -> directory + "to/" + number).toList();

    LakeFiles.move(sources, targets);

    assertThat(LakeFiles.listAll(directory))
        .extracting(LakePaths::of)
        .containsExactlyInAnyOrderElementsOf(targets);
    assertThat(LakeFiles.read(targets.get(149))).isEqualTo("149");
  }

  @Test
  void copiesAFile() throws IOException {
    String source = write("a.txt", "a");
    String target = directory + "b.txt";

    FileSystems.copy(List.of(LakePaths.resource(source)), List.of(LakePaths.resource(target)));

    assertThat(LakeFiles.read(target)).isEqualTo("a");
    assertThat(LakeFiles.read(source)).isEqualTo("a");
  }

  @Test
  void writesSmallTextsWhole() throws IOException {
    String file = directory + "_runs/report.json";

    LakeFiles.write(file, "{}");
    LakeFiles.write(file, "{\"a\":1}");

    assertThat(LakeFiles.read(file)).isEqualTo("{\"a\":1}");
    assertThat(LakeFiles.listAll(directory)).extracting(LakePaths::of).containsExactly(file);
  }

  @Test
  void deletesFilesAndCanBeAskedToAgain() throws IOException {
    String gone = write("a.txt", "a");
    String kept = write("b.txt", "b");

    LakeFiles.delete(List.of(gone));
    LakeFiles.delete(List.of(gone));

    assertThat(LakeFiles.listAll(directory)).extracting(LakePaths::of).containsExactly(kept);
  }

  @Test
  void deletesTrees() throws IOException {
    write("tree/a.txt", "a");
    write("tree/b/c.txt", "c");

    LakeFiles.deleteTree(directory + "tree/");

    assertThat(LakeFiles.listAll(directory)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pile%2FCC", "a=b", "two words", "Zürich-東京", "a+b&c", "100%"})
  void takesAnyNameAsItIs(String name) throws IOException {
    String file = write("set_name=" + name + "/" + name + ".txt", name);
    String moved = directory + "moved/" + name;

    assertThat(LakeFiles.listAll(directory)).extracting(LakePaths::of).containsExactly(file);
    assertThat(LakeFiles.read(file)).isEqualTo(name);

    LakeFiles.move(List.of(file), List.of(moved));
    assertThat(LakeFiles.listAll(directory)).extracting(LakePaths::of).containsExactly(moved);
    assertThat(LakeFiles.read(moved)).isEqualTo(name);

    LakeFiles.delete(List.of(moved));
    assertThat(LakeFiles.listAll(directory)).isEmpty();
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThatThrownBy(() -> FileSystems.matchSingleFileSpec(directory + "absent"))
        .isInstanceOf(FileNotFoundException.class);
  }

  private String write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private String write(String name, byte[] bytes) throws IOException {
    String file = directory + name;
    try (OutputStream out =
        Channels.newOutputStream(
            FileSystems.create(LakePaths.resource(file), "application/octet-stream"))) {
      out.write(bytes);
    }
    return file;
  }

  private String writeUnchecked(String name, String text) {
    try {
      return write(name, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String readAt(String file, long position, int length) throws IOException {
    try (SeekableByteChannel channel =
        (SeekableByteChannel) FileSystems.open(LakePaths.resource(file))) {
      channel.position(position);
      ByteBuffer buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // A channel may give less than asked for.
      }
      return new String(buffer.array(), 0, buffer.position(), UTF_8);
    }
  }
}
