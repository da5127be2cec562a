package io.lakebeam.pipelines;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Which signal ends this process. A shutdown hook is not told, but the process's exit code depends
 * on it: 128 and the signal's number.
 */
final class Signals {
  private static final AtomicReference<@Nullable Signal> ARRIVED = new AtomicReference<>();

  static {
    List.of("HUP", "INT", "TERM").forEach(Signals::remember);
  }

  private Signals() {}

  /** Begins to look out for signals; they do what they did before. */
  static void watch() {
    // By now this class is initialized.
  }

  /** The signal that has arrived, if one has. */
  static Optional<Signal> arrived() {
    return Optional.ofNullable(ARRIVED.get());
  }

  private static void remember(String name) {
    Remembering handler = new Remembering();
    try {
      handler.before = Signal.handle(new Signal(name), handler);
    } catch (IllegalArgumentException notTheJvms) {
      // With -Xrs the signal ends the process without any hook; Windows has no HUP.
      return;
    }
  }

  private static final class Remembering implements SignalHandler {
    private volatile SignalHandler before = SignalHandler.SIG_IGN;

    @Override
    public void handle(Signal signal) {
      ARRIVED.set(signal);
      before.handle(signal);
    }
  }
}
