package io.lakebeam.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Does the same with many things at once: a request to an object store takes tens of ms. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * What is done with each.
   *
   * @param <T> the thing
   */
  @FunctionalInterface
  public interface Task<T> {
    void run(T thing) throws IOException;
  }

  /**
   * Returns when all are done or have failed; throws what the first in the list that failed threw.
   *
   * @param most how many at once
   */
  public static <T> void each(List<T> things, int most, Task<T> task) throws IOException {
    if (most == 1 || things.size() <= 1) {
      for (T thing : things) {
        task.run(thing);
      }
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(most, things.size()));
    try {
      List<Future<@Nullable Void>> parts = new ArrayList<>();
      for (T thing : things) {
        Callable<@Nullable Void> part =
            () -> {
              task.run(thing);
              return null;
            };
        parts.add(threads.submit(part));
      }
      awaitAll(parts);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitAll(List<Future<@Nullable Void>> parts) throws IOException {
    @Nullable Throwable failure = null;
    for (Future<@Nullable Void> part : parts) {
      try {
        part.get();
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    if (failure instanceof RuntimeException) {
      throw (RuntimeException) failure;
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    if (failure != null) {
      throw failure instanceof IOException ? (IOException) failure : new IOException(failure);
    }
  }
}
