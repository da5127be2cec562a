package io.lakebeam.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file lock of the operating system; it ends with its process, however that ends. */
final class LocalLock implements TableLock {
  private final Path path;
  private final FileChannel channel;

  private LocalLock(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static LocalLock acquire(Path table) throws IOException {
    Files.createDirectories(table);
    Path path = table.resolve("_lock");
    String token = UUID.randomUUID().toString();
    while (true) {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        channel.close();
        throw TableLock.taken(table.toString());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
      if (holds(path, token)) {
        return new LocalLock(path, channel);
      }
      // Its last holder deleted the file between our opening and locking it.
      channel.close();
    }
  }

  private static boolean holds(Path path, String token) throws IOException {
    try {
      return Files.readString(path).equals(token);
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    channel.close();
  }
}
