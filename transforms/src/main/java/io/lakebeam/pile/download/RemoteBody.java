package io.lakebeam.pile.download;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import io.lakebeam.http.Unavailable;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A remote body from some byte on, over as many connections as it takes. Attempts count anew with
 * every byte that comes.
 */
final class RemoteBody implements Closeable {
  private static final int SKIPPED_AT_ONCE = 1 << 16;

  private final Remote remote;
  private final Transfer transfer;
  private final Consumer<String> said;
  private final FailsafeExecutor<Integer> attempts;
  private long position;
  private @Nullable Identity identity;
  private @Nullable Answer answer;

  /**
   * @param position the first byte that is wanted
   * @param identity of the body; null if nothing of it is known, and its first byte wanted
   * @param said told in a line what happens
   */
  RemoteBody(
      Remote remote,
      long position,
      @Nullable Identity identity,
      Transfer transfer,
      Consumer<String> said) {
    this.remote = remote;
    this.position = position;
    this.identity = identity;
    this.transfer = transfer;
    this.said = said;
    this.attempts = Failsafe.with(remote.<Integer>attempts());
  }

  /** What the body is, once a byte of it has come, or its end. */
  Identity identity() {
    if (identity == null) {
      throw new IllegalStateException("nothing was read");
    }
    return identity;
  }

  /**
   * Reads at least one byte.
   *
   * @return how many; -1 behind the last one
   * @throws StartOver if what came before is of another body, or its rest cannot be had
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the source gave up
   */
  int read(byte[] target, int offset, int length) {
    try {
      return attempts.get(() -> tryToRead(target, offset, length));
    } catch (Unavailable e) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          String.format(
              "%s gave up at byte %d after %d attempts: %s; %s",
              remote.address(),
              position,
              remote.limits().maxAttempts(),
              e.getMessage(),
              remote.advice(e)),
          e);
    } catch (FailsafeException e) {
      Thread.currentThread().interrupt();
      throw new LakeException(ExitCode.OTHER, "interrupted while asking " + remote.address(), e);
    }
  }

  /**
   * Asks what the body is, and reads nothing of it.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the source refuses or gave up
   */
  Identity ask() {
    read(new byte[0], 0, 0);
    return identity();
  }

  private int tryToRead(byte[] target, int offset, int length) {
    if (position > 0 && identity != null && position == identity.length()) {
      return -1;
    }
    try {
      Answer open = answer == null ? open() : answer;
      int read = open.read(target, offset, length);
      if (read >= 0) {
        position += read;
        transfer.addReceived(read);
        transfer.advance(read);
        return read;
      }
      long whole = identity().length();
      if (whole == position || whole == Identity.UNKNOWN) {
        return -1;
      }
      throw new Unavailable("the connection ended before byte " + whole, (Duration) null);
    } catch (IOException e) {
      throw lost(new Unavailable(Remote.shown(e), e));
    } catch (Unavailable e) {
      throw lost(e);
    }
  }

  private Unavailable lost(Unavailable why) {
    close();
    said.accept(remote.file() + ": " + why.getMessage() + ", at byte " + position);
    return why;
  }

  private Answer open() throws IOException {
    Identity known = identity;
    if (position > 0 && (known == null || !known.isResumable())) {
      throw new StartOver("its source does not tell by what it could be known again");
    }
    transfer.addRequest();
    Answer opened = remote.open(position, known);
    answer = opened;
    if (position > 0 && known != null && !opened.isOf(known)) {
      throw StartOver.changed();
    }
    if (position == 0) {
      identity = opened.identity();
      transfer.expect(opened.identity().length());
    }
    skip(opened);
    return opened;
  }

  /** A server without ranges sends what is here already once more. */
  private void skip(Answer opened) throws IOException {
    long again = position - opened.offset();
    if (again > 0) {
      said.accept(
          remote.file() + ": its server gives no ranges, and sends " + again + " bytes again");
    }
    byte[] skipped = new byte[SKIPPED_AT_ONCE];
    while (again > 0) {
      int read = opened.read(skipped, 0, (int) Math.min(skipped.length, again));
      if (read < 0) {
        throw new IOException("the connection ended before what is new");
      }
      again -= read;
      transfer.addReceived(read);
    }
  }

  @Override
  public void close() {
    if (answer != null) {
      answer.close();
      answer = null;
    }
  }
}
