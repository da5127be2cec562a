package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.write.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any bytes, cut anywhere, against the lines that a slow reader finds in all of them. */
class LineReaderTest {
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
  private static Path file;

  @BeforeContainer
  static void createFile() throws IOException {
    file = Files.createTempFile("lines", ".jsonl");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  /** One character is one byte. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> body = Arbitraries.strings().withChars("ab{ \t\u00EF\r\n\n").ofMaxLength(60);
    return Combinators.combine(Arbitraries.of("", "", BYTE_ORDER_MARK), body).as(String::concat);
  }

  @Property(tries = 5000)
  void readsEveryLineOnceHoweverTheFileIsCut(
      @ForAll("texts") String text,
      @ForAll @Size(max = 8) Set<@IntRange(min = 1, max = 60) Integer> cuts,
      @ForAll @IntRange(min = 1, max = 12) int maxLineBytes,
      @ForAll @IntRange(min = 4, max = 40) int windowBytes) {
    byte[] bytes = write(text);
    TreeSet<Integer> ends = new TreeSet<>(cuts);
    ends.removeIf(cut -> cut >= bytes.length);
    ends.add(bytes.length);
    List<String> lines = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int end : ends) {
      read(
          FileRange.of(file.toString(), start, end, bytes.length),
          maxLineBytes,
          windowBytes,
          lines,
          spans);
      start = end;
    }

    assertThat(lines).isEqualTo(expected(text, maxLineBytes));
    assertThat(joined(spans)).isEqualTo(bytes.length);
  }

  private static byte[] write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  private static void read(
      FileRange range, int maxLineBytes, int windowBytes, List<String> lines, List<Span> spans) {
    try (LineReader reader = LineReader.open(range, maxLineBytes, windowBytes)) {
      while (reader.next()) {
        if (reader.isTooLong()) {
          lines.add(reader.offset() + " too long " + reader.pass());
        } else {
          lines.add(
              reader.offset()
                  + " "
                  + new String(reader.copy(Integer.MAX_VALUE), StandardCharsets.ISO_8859_1));
        }
      }
      if (reader.span() != null) {
        spans.add(reader.span());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> expected(String text, int maxLineBytes) {
    List<String> lines = new ArrayList<>();
    int offset = text.startsWith(BYTE_ORDER_MARK) ? 3 : 0;
    while (offset < text.length()) {
      int lineEnd = text.indexOf('\n', offset);
      int next = lineEnd < 0 ? text.length() : lineEnd + 1;
      String line = text.substring(offset, lineEnd < 0 ? text.length() : lineEnd);
      if (lineEnd >= 0 && line.endsWith("\r")) {
        line = line.substring(0, line.length() - 1);
      }
      if (line.length() > maxLineBytes) {
        lines.add(offset + " too long " + line.length());
      } else if (!line.isBlank()) {
        lines.add(offset + " " + line);
      }
      offset = next;
    }
    return lines;
  }

  private static long joined(List<Span> spans) {
    spans.sort(Comparator.comparingLong(Span::begin).thenComparingLong(Span::next));
    long at = 0;
    for (Span span : spans) {
      assertThat(span.begin()).isEqualTo(at);
      at = span.next();
    }
    return at;
  }
}
