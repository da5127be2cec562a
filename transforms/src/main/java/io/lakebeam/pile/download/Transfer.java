package io.lakebeam.pile.download;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How far a download is; may be read while it is under way. */
public final class Transfer {
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong resumed = new AtomicLong();
  private final AtomicLong position = new AtomicLong();
  private final LongSupplier nanoTime;
  private volatile long firstReceivedAt;
  private volatile long length = Identity.UNKNOWN;

  public Transfer() {
    this(System::nanoTime);
  }

  /**
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  Transfer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void addRequest() {
    requests.incrementAndGet();
  }

  void addReceived(long bytes) {
    if (received() == 0) {
      firstReceivedAt = nanoTime.getAsLong();
    }
    received.addAndGet(bytes);
  }

  void addResumed(long bytes) {
    resumed.addAndGet(bytes);
    advance(bytes);
  }

  /** Bytes of the body that were not here before. */
  void advance(long bytes) {
    position.addAndGet(bytes);
  }

  void expect(long length) {
    this.length = length;
  }

  /** A download that begins anew has resumed nothing, and nothing is here. */
  void startOver() {
    resumed.set(0);
    position.set(0);
  }

  /** How often the source was asked. */
  public long requests() {
    return requests.get();
  }

  /** Bytes that came over the network, those that came twice among them. */
  public long received() {
    return received.get();
  }

  /** Bytes that an earlier run had received. */
  public long resumed() {
    return resumed.get();
  }

  /** Bytes of the body that are here, each counted once. */
  public long position() {
    return position.get();
  }

  /** Bytes that come over the network in a second, since the first one came. */
  public double bytesPerSecond() {
    long bytes = received();
    return bytes == 0 ? 0 : bytes / Math.max(1, (nanoTime.getAsLong() - firstReceivedAt) / 1e9);
  }

  /** Bytes of the whole body, below zero while that is not known. */
  public long length() {
    return length;
  }

  Map<String, Object> toNote() {
    return Map.of("requests", requests(), "received_bytes", received(), "resumed_bytes", resumed());
  }
}
