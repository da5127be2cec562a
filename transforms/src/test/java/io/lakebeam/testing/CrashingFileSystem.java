package io.lakebeam.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * The local disk under {@code crash://}, on which the process dies at a chosen step: that step and
 * all later changes of the disk fail, as after a power cut. Every creation, completion, move and
 * deletion of a single file is a step.
 */
public final class CrashingFileSystem extends FileSystem<CrashingFileSystem.Id> {
  private static final String SCHEME = "crash://";
  private static final AtomicLong STEPS_LEFT = new AtomicLong(Long.MAX_VALUE);
  private static final AtomicLong STEPS = new AtomicLong();

  /** What a dead process throws. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Found by Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new CrashingFileSystem());
    }
  }

  /** Lives on, and counts steps anew. */
  public static void revive() {
    crashAfter(Long.MAX_VALUE);
  }

  /** Dies at the step after so many more. */
  public static void crashAfter(long steps) {
    STEPS.set(0);
    STEPS_LEFT.set(steps);
  }

  /** Steps since the last call of {@link #revive} or {@link #crashAfter}. */
  public static long steps() {
    return STEPS.get();
  }

  private static void step() {
    if (STEPS.incrementAndGet() > STEPS_LEFT.get()) {
      throw new Crash();
    }
  }

  @Override
  protected List<MatchResult> match(List<String> specs) throws IOException {
    List<MatchResult> results = new ArrayList<>();
    for (String spec : specs) {
      MatchResult local = FileSystems.match(List.of(spec.substring(SCHEME.length()))).get(0);
      List<Metadata> files = new ArrayList<>();
      if (local.status() == MatchResult.Status.OK) {
        for (Metadata file : local.metadata()) {
          files.add(
              Metadata.builder()
                  .setResourceId(new Id(file.resourceId()))
                  .setSizeBytes(file.sizeBytes())
                  .setLastModifiedMillis(file.lastModifiedMillis())
                  .setIsReadSeekEfficient(true)
                  .build());
        }
      }
      results.add(MatchResult.create(local.status(), files));
    }
    return results;
  }

  @Override
  protected WritableByteChannel create(Id id, CreateOptions options) throws IOException {
    step();
    WritableByteChannel channel = FileSystems.create(id.local, options);
    return new WritableByteChannel() {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        if (STEPS.get() > STEPS_LEFT.get()) {
          throw new Crash();
        }
        return channel.write(bytes);
      }

      @Override
      public boolean isOpen() {
        return channel.isOpen();
      }

      @Override
      public void close() throws IOException {
        if (channel.isOpen()) {
          step();
          channel.close();
        }
      }
    };
  }

  @Override
  protected ReadableByteChannel open(Id id) throws IOException {
    return FileSystems.open(id.local);
  }

  @Override
  protected void copy(List<Id> sources, List<Id> targets) throws IOException {
    for (int i = 0; i < sources.size(); i++) {
      step();
      FileSystems.copy(List.of(sources.get(i).local), List.of(targets.get(i).local));
    }
  }

  @Override
  protected void rename(List<Id> sources, List<Id> targets, MoveOptions... options)
      throws IOException {
    if (options.length > 0) {
      throw new UnsupportedOperationException();
    }
    for (int i = 0; i < sources.size(); i++) {
      step();
      FileSystems.rename(List.of(sources.get(i).local), List.of(targets.get(i).local));
    }
  }

  @Override
  protected void delete(Collection<Id> ids) throws IOException {
    for (Id id : ids) {
      step();
      FileSystems.delete(List.of(id.local));
    }
  }

  @Override
  protected Id matchNewResource(String spec, boolean isDirectory) {
    return new Id(FileSystems.matchNewResource(spec.substring(SCHEME.length()), isDirectory));
  }

  @Override
  protected String getScheme() {
    return "crash";
  }

  /** A local file, under another scheme. */
  static final class Id implements ResourceId {
    private static final long serialVersionUID = 1;

    private final ResourceId local;

    Id(ResourceId local) {
      this.local = local;
    }

    @Override
    public Id resolve(String other, ResolveOptions options) {
      return new Id(local.resolve(other, options));
    }

    @Override
    public Id getCurrentDirectory() {
      return new Id(local.getCurrentDirectory());
    }

    @Override
    public String getScheme() {
      return "crash";
    }

    @Override
    public String getFilename() {
      return local.getFilename();
    }

    @Override
    public boolean isDirectory() {
      return local.isDirectory();
    }

    @Override
    public String toString() {
      return SCHEME + local;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Id && ((Id) other).local.equals(local);
    }

    @Override
    public int hashCode() {
      return local.hashCode();
    }
  }
}
