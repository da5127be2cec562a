package io.lakebeam.pile.download;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How far a download is; may be read while it is under way. */
public final class Transfer {
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong resumed = new AtomicLong();
  private volatile long length = Identity.UNKNOWN;

  void addRequest() {
    requests.incrementAndGet();
  }

  void addReceived(long bytes) {
    received.addAndGet(bytes);
  }

  void addResumed(long bytes) {
    resumed.addAndGet(bytes);
  }

  void expect(long length) {
    this.length = length;
  }

  /** A download that begins anew has resumed nothing. */
  void startOver() {
    resumed.set(0);
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

  /** Bytes of the whole body, below zero while that is not known. */
  public long length() {
    return length;
  }

  Map<String, Object> toNote() {
    return Map.of("requests", requests(), "received_bytes", received(), "resumed_bytes", resumed());
  }
}
