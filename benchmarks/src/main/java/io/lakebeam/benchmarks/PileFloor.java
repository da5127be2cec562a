package io.lakebeam.benchmarks;

import io.lakebeam.pile.Document;
import io.lakebeam.pile.DocumentParser;
import io.lakebeam.read.FileRange;
import io.lakebeam.read.JsonLinesSource;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What {@code pile-clean} cannot be faster than, on two threads: {@code read <directory>} reads the
 * bytes of all files in it, {@code parse <directory>} reads and parses their documents. Prints how
 * many bytes, or characters, there are.
 */
public final class PileFloor {
  private static final long RANGE_BYTES = 64L << 20;
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int THREADS = 2;
  private static final JsonLinesSource<Document> SOURCE =
      JsonLinesSource.of("ParseDocuments", 64 << 20, DocumentParser::new);

  private interface Work {
    long on(FileRange range) throws IOException;
  }

  private PileFloor() {}

  public static void main(String[] args) throws Exception {
    Work work = args[0].equals("read") ? PileFloor::read : PileFloor::parse;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long sum = 0;
    for (Future<Long> result :
        ranges(Path.of(args[1])).stream()
            .map(range -> threads.submit(() -> work.on(range)))
            .collect(Collectors.toList())) {
      sum += result.get();
    }
    threads.shutdown();
    System.out.println(sum);
  }

  private static List<FileRange> ranges(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().flatMap(PileFloor::rangesOf).collect(Collectors.toList());
    }
  }

  private static Stream<FileRange> rangesOf(Path file) {
    long bytes = file.toFile().length();
    return LongStream.iterate(0, start -> start < bytes, start -> start + RANGE_BYTES)
        .mapToObj(
            start ->
                FileRange.of(file.toString(), start, Math.min(bytes, start + RANGE_BYTES), bytes));
  }

  private static long read(FileRange range) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    try (FileChannel channel = FileChannel.open(Path.of(range.path()))) {
      channel.position(range.start());
      long left = range.end() - range.start();
      while (left > 0) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        left -= channel.read(buffer);
      }
    }
    return range.end() - range.start();
  }

  private static long parse(FileRange range) throws IOException {
    CountingOutput output = new CountingOutput();
    SOURCE.emit(range, output);
    return output.characters;
  }

  private static final class CountingOutput implements Output<Document> {
    private final Tally tally = new Tally();
    private long characters;

    @Override
    public void row(Document document, long records) {
      characters += document.getCharacters();
    }

    @Override
    public void carried(long records) {}

    @Override
    public void reject(Reject reject) {}

    @Override
    public Tally tally() {
      return tally;
    }
  }
}
