package io.lakebeam.pipelines.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What an {@link S3Server} asks of the store behind it: counted, slowed down as by a network, or
 * left undone. A call is named as jclouds' {@code BlobStore} names it: {@code list}, {@code
 * blobMetadata} (HEAD), {@code getBlob}, {@code copyBlob}, {@code removeBlobs}, {@code
 * initiateMultipartUpload} and so on.
 */
public final class S3Calls {
  private final Object store;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
  private final Map<String, Integer> most = new ConcurrentHashMap<>();
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private volatile Predicate<String> undeletable = name -> false;

  S3Calls(Object store) {
    this.store = store;
  }

  /** How often each call was made since the last reset. */
  public Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  /** How many of such calls were under way at once, at most, since the last reset. */
  public int mostAtOnce(String call) {
    return most.getOrDefault(call, 0);
  }

  /** How many multipart uploads were begun and not yet completed, at most, since the last reset. */
  public int mostOpenUploads() {
    return mostAtOnce("open uploads");
  }

  /** Counts anew. */
  public void reset() {
    counts.clear();
    most.clear();
  }

  /** Makes every such call take so much longer. */
  public void delay(String call, Duration delay) {
    delays.put(call, delay);
  }

  /** Objects that stay when they are to be deleted, without a word of it. */
  public void undeletable(Predicate<String> names) {
    undeletable = names;
  }

  /** Answers the next question about an object of that name as if it were gone. */
  public void hideOnce(String name) {
    hidden.add(name);
  }

  Object proxy(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    if (name.equals("getContext")) {
      return method.invoke(store, arguments);
    }
    counts.merge(name, 1, Integer::sum);
    begin(name);
    try {
      Thread.sleep(delays.getOrDefault(name, Duration.ZERO).toMillis());
      if (name.equals("blobMetadata") && hidden.remove((String) arguments[1])) {
        return null;
      }
      if (name.equals("removeBlobs")) {
        arguments[1] = deletable((Iterable<?>) arguments[1]);
      }
      Object answer = method.invoke(store, arguments);
      if (name.equals("initiateMultipartUpload")) {
        begin("open uploads");
      }
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      end(name);
      if (name.equals("completeMultipartUpload")) {
        end("open uploads");
      }
    }
  }

  private Iterable<?> deletable(Iterable<?> names) {
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> !undeletable.test((String) name))
        .toList();
  }

  private void begin(String what) {
    int now = underWay.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    most.merge(what, now, Math::max);
  }

  private void end(String what) {
    underWay.get(what).decrementAndGet();
  }
}
