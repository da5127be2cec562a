package io.lakebeam.pile.download;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.WriteMode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a body into a run's staging: the entries of a zip under their own names, or the
 * body itself under the name that was asked for. Whether it is a zip its first bytes tell.
 */
final class Unpacking {
  private static final int BUFFER = 1 << 16;

  private final Run run;
  private final List<DownloadedFile> files = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> directories = new HashSet<>();
  private final byte[] buffer = new byte[BUFFER];

  Unpacking(Run run) {
    this.run = run;
  }

  /** Where bytes come from, until there are none: -1. */
  private interface Source {
    int read(byte[] target) throws IOException;
  }

  List<DownloadedFile> files() {
    return files;
  }

  /** Entries whose names readers of a lake pass over. */
  List<String> hidden() {
    return hidden;
  }

  /**
   * Reads a body to its last byte.
   *
   * @param file what was asked for
   * @throws BadBody if it is not what it should be
   * @throws LakeException {@link ExitCode#TABLE_TAKEN} if what is there must stay
   */
  void unpack(InputStream body, KaggleFile file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(body, BUFFER);
    String name = file.file();
    if (isZip(in)) {
      unpackZip(in);
    } else if (name == null) {
      throw new BadBody("it is no zip, as a whole data set is; name one of its files by --file");
    } else {
      store(name, in::read);
    }
  }

  /** Begins with an entry, or with the end of an empty zip. */
  private static boolean isZip(BufferedInputStream in) throws IOException {
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    return magic.length == 4
        && magic[0] == 'P'
        && magic[1] == 'K'
        && ((magic[2] == 3 && magic[3] == 4) || (magic[2] == 5 && magic[3] == 6));
  }

  private void unpackZip(InputStream in) throws IOException {
    try (ZipStream zip = new ZipStream(in)) {
      @Nullable ZipEntryHeader entry = zip.next();
      while (entry != null) {
        unpack(zip, entry);
        entry = zip.next();
      }
      zip.checkDirectory();
    }
    if (files.isEmpty()) {
      throw new BadBody("the zip holds no file" + (hidden.isEmpty() ? "" : " but hidden ones"));
    }
  }

  private void unpack(ZipStream zip, ZipEntryHeader entry) throws IOException {
    String name = entry.isDirectory() ? withoutSlash(entry.name()) : entry.name();
    String refusal = EntryName.refusal(name);
    if (refusal != null) {
      throw new BadBody("the zip has an entry that cannot lie in a lake, " + name + ": " + refusal);
    }
    if (entry.isDirectory() || EntryName.isHidden(name)) {
      int read = zip.read(buffer);
      while (read >= 0) {
        read = zip.read(buffer);
      }
      if (!entry.isDirectory()) {
        hidden.add(name);
      }
      return;
    }
    checkNew(name);
    store(name, zip::read);
  }

  private static String withoutSlash(String name) {
    return name.substring(0, name.length() - 1);
  }

  private void checkNew(String name) {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      directories.add(name.substring(0, slash));
      if (names.contains(name.substring(0, slash))) {
        throw new BadBody("the zip has " + name.substring(0, slash) + " as file and directory");
      }
    }
    if (!names.add(name) || directories.contains(name)) {
      throw new BadBody("the zip has two entries named " + name);
    }
  }

  /** Before any of it is journalled: what can never be moved to its place would block that. */
  private void checkPlace(String target) {
    if (run.writeMode() != WriteMode.OVERWRITE && LakeFiles.exists(target)) {
      throw taken(target + " is there already; use --writeMode=overwrite to replace it");
    }
    if (!LakePaths.isLocal(target)) {
      return;
    }
    if (Files.isDirectory(LakePaths.localPath(target))) {
      throw taken(target + " is a directory, and a file of that name has come; move it away");
    }
    int slash = target.indexOf('/', run.output().length());
    for (; slash >= 0; slash = target.indexOf('/', slash + 1)) {
      String parent = target.substring(0, slash);
      if (LakeFiles.exists(parent) && !Files.isDirectory(LakePaths.localPath(parent))) {
        throw taken(parent + " is a file, and a directory of that name has come; move it away");
      }
    }
  }

  private static LakeException taken(String message) {
    return new LakeException(ExitCode.TABLE_TAKEN, message);
  }

  private void store(String name, Source source) throws IOException {
    String target = run.output() + name;
    checkPlace(target);
    CRC32 crc = new CRC32();
    long bytes = 0;
    try (WritableByteChannel file =
        LakeFiles.create(run.staging() + name, "application/octet-stream")) {
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        crc.update(buffer, 0, read);
        bytes += read;
        ByteBuffer content = ByteBuffer.wrap(buffer, 0, read);
        while (content.hasRemaining()) {
          file.write(content);
        }
      }
    }
    long stored = LakeFiles.size(run.staging() + name);
    if (stored != bytes) {
      throw new LakeException(
          ExitCode.CHECK_FAILED,
          target + " was stored with " + stored + " bytes instead of " + bytes);
    }
    files.add(DownloadedFile.of(name, bytes, crc.getValue()));
  }
}
