package io.lakebeam.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
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
    while (true) {
      createIfAbsent(path);
      @Nullable Object before = fileKey(path);
      @Nullable FileChannel channel = open(path);
      if (channel == null) {
        continue;
      }
      if (!tryLock(channel)) {
        channel.close();
        throw TableLock.taken(table.toString());
      }
      if (before != null && before.equals(fileKey(path))) {
        return new LocalLock(path, channel);
      }
      // Its last holder deleted the file between our opening and locking it.
      channel.close();
    }
  }

  private static void createIfAbsent(Path path) throws IOException {
    try {
      Files.createFile(path);
    } catch (FileAlreadyExistsException present) {
      return;
    }
  }

  private static @Nullable FileChannel open(Path path) throws IOException {
    try {
      return FileChannel.open(path, StandardOpenOption.WRITE);
    } catch (NoSuchFileException deletedMeanwhile) {
      return null;
    }
  }

  /** Without opening the file: to close it anywhere in this process would end the lock (POSIX). */
  private static @Nullable Object fileKey(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException absent) {
      return null;
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
  public synchronized void close() throws IOException {
    // By the second time the file may be another run's.
    if (channel.isOpen()) {
      Files.deleteIfExists(path);
      channel.close();
    }
  }
}
