package io.lakebeam.pipelines;

import io.lakebeam.events.Event;
import io.lakebeam.events.EventType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events to run pipelines on. */
final class SampleEvents {
  private SampleEvents() {}

  /** An event of user 1 in the session "s" at a second of 2019-10-20. */
  static Event.Builder event(EventType type, long productId, long second) {
    return Event.builder()
        .setTimeMicros(micros("2019-10-20T00:00:00Z") + second * 1_000_000)
        .setType(type)
        .setProductId(productId)
        .setCategoryId(2_053_013_555_631_882_655L)
        .setCategoryCode("electronics.smartphone")
        .setBrand("apple")
        .setPriceMicros(10_000_000)
        .setUserId(1)
        .setSession("s");
  }

  static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
  }

  /**
   * Events that collide in every way, the same for a seed: few users, sessions and products, a
   * minute in which many share their second, ids that have another order in UTF-8 than in UTF-16,
   * texts that need quotes or are absent. A tenth of them are there twice.
   */
  static List<Event> colliding(long seed, int size) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      events.add(colliding(random));
    }
    for (int i = 0; i < size / 10; i++) {
      events.add(events.get(random.nextInt(size)));
    }
    return events;
  }

  private static Event colliding(Random random) {
    boolean fraction = random.nextInt(5) == 0;
    long second = random.nextInt(8) == 0 ? random.nextInt(4) * 86_400L : random.nextInt(40);
    return event(type(random), random.nextInt(5) - 1, second)
        .setTimeMicros(
            micros("2019-10-30T23:59:40Z")
                + second * 1_000_000
                + (fraction ? random.nextInt(3) * 333_333 : 0))
        .setCategoryId(random.nextInt(4) == 0 ? null : random.nextLong())
        .setCategoryCode(
            oneOf(random, null, null, "a", "a.b", "a.b.c", ".x", "x.", "\uFF5E.a", "\uD83D\uDE00"))
        .setBrand(oneOf(random, null, "A,\"B\"", "lg", "\uFF5E", "\uD83D\uDE00"))
        .setPriceMicros(price(random))
        .setUserId(oneOf(random, -7L, 0L, 1L, 541_312_140L, Long.MAX_VALUE))
        .setSession(oneOf(random, "s", "s", "s1", "\uFF5E", "\uD83D\uDE00", "#", "72d76fde-8bb3"))
        .build();
  }

  private static EventType type(Random random) {
    int draw = random.nextInt(10);
    return draw < 6
        ? EventType.VIEW
        : draw < 8 ? EventType.PURCHASE : draw == 8 ? EventType.CART : EventType.REMOVE_FROM_CART;
  }

  /** Millionths; ties and eighteen digits among them. */
  private static long price(Random random) {
    return oneOf(random, 0L, 1L, 2L, 35_790_000L, 35_790_001L, 999_999_999_999_999_999L);
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }
}
