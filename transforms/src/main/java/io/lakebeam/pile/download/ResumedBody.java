package io.lakebeam.pile.download;

import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A whole body: first the pieces that earlier runs have stored, then the rest from its source,
 * which is stored in pieces too. A piece is in memory, and checked or stored, before a byte of it
 * is given out.
 */
final class ResumedBody extends InputStream {
  private final Remote remote;
  private final String directory;
  private final Pieces stored;
  private final Transfer transfer;
  private final Consumer<String> said;

  /** Room for one piece, whether it is replayed or arrives. */
  private final byte[] piece;

  private @Nullable RemoteBody rest;
  private @Nullable BodyHash hash;
  private @Nullable Identity identity;

  private int next;
  private int end;
  private int replayed;
  private long offset;

  /**
   * @param directory where pieces are, with a slash at its end
   */
  ResumedBody(Remote remote, String directory, Transfer transfer, Consumer<String> said)
      throws IOException {
    this.remote = remote;
    this.directory = directory;
    this.piece = new byte[remote.limits().pieceBytes()];
    this.stored = Pieces.in(directory, piece.length);
    this.identity = stored.identity();
    this.transfer = transfer;
    this.said = said;
    if (stored.count() > 0) {
      said.accept(
          remote.file() + ": goes on behind the " + stored.bytes() + " bytes that are here");
      transfer.expect(identity().length());
    }
  }

  /** What the body is, once a byte of it has come, or its end. */
  Identity identity() {
    if (identity == null) {
      throw new IllegalStateException("nothing was read");
    }
    return identity;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int at, int length) throws IOException {
    if (next == end && !nextPiece()) {
      return -1;
    }
    int read = Math.min(length, end - next);
    System.arraycopy(piece, next, target, at, read);
    next += read;
    return read;
  }

  private boolean nextPiece() throws IOException {
    next = 0;
    end = replay();
    if (end == 0) {
      end = arrive();
    }
    if (hash == null) {
      hash = new BodyHash(identity().hash());
    }
    hash.update(piece, end);
    offset += end;
    return end > 0;
  }

  /** The length of the next stored piece; 0 if there is none, or none that can be trusted. */
  private int replay() throws IOException {
    if (rest != null || replayed == stored.count()) {
      return 0;
    }
    if (replayed == 0) {
      checkUnchanged();
    }
    int length = stored.load(replayed, piece);
    if (length < 0) {
      said.accept(remote.file() + ": what is here is damaged from byte " + offset + " on");
      return 0;
    }
    replayed++;
    transfer.addResumed(length);
    return length;
  }

  /** Whoever asks for the rest of a body learns whether it has changed; a whole one has no rest. */
  private void checkUnchanged() {
    if (stored.bytes() != identity().length()) {
      return;
    }
    try (RemoteBody source = new RemoteBody(remote, 0, null, transfer, said)) {
      if (!source.ask().isSameAs(identity())) {
        throw StartOver.changed();
      }
    }
  }

  /** Lets the next piece arrive and stores it; 0 behind the last one. */
  private int arrive() throws IOException {
    if (rest == null) {
      rest = new RemoteBody(remote, offset, identity, transfer, said);
    }
    int length = 0;
    try {
      int read = rest.read(piece, 0, piece.length);
      while (read > 0) {
        length += read;
        read = rest.read(piece, length, piece.length - length);
      }
    } catch (LakeException e) {
      store(length);
      throw e;
    }
    identity = rest.identity();
    store(length);
    return length;
  }

  /** A body that cannot be resumed would be stored for nothing. */
  private void store(int length) throws IOException {
    if (length == 0 || rest == null || !rest.identity().isResumable()) {
      return;
    }
    if (offset == 0) {
      Pieces.delete(directory);
      stored.begin(rest.identity());
    }
    stored.store(offset, piece, length);
  }

  /**
   * Checks, behind the last byte, what the storage says of all of them.
   *
   * @throws BadBody if it is not so
   */
  void check() {
    if (hash != null) {
      hash.check();
    }
  }

  @Override
  public void close() {
    if (rest != null) {
      rest.close();
    }
  }
}
