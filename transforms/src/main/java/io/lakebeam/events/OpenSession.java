package io.lakebeam.events;

import io.lakebeam.write.Output;
import java.util.HashMap;
import java.util.Map;

/**
 * A session whose events are being read, in order of time. Holds what {@link OpenVisit} holds for
 * each of its distinct products, whatever the number of events.
 */
final class OpenSession {
  private final AsOf asOf;
  private final long userId;
  private final String session;
  private final long startMicros;
  private final Map<Long, OpenVisit> visits = new HashMap<>();
  private long viewed;
  private SessionSoFar before;

  OpenSession(AsOf asOf, Event first) {
    this.asOf = asOf;
    this.userId = first.getUserId();
    this.session = first.getSession();
    this.startMicros = first.getTimeMicros();
    this.before = SessionSoFar.of(startMicros, startMicros, 0, 0);
  }

  boolean holds(Event event) {
    return event.getUserId() == userId && event.getSession().equals(session);
  }

  /** The next event, which stands for so many records of the input. */
  void add(Event event, long records) {
    if (event.getTimeMicros() > before.nowMicros()) {
      before = soFar(event.getTimeMicros());
    }
    OpenVisit visit = visits.computeIfAbsent(event.getProductId(), product -> new OpenVisit());
    if (asOf == AsOf.FIRST_PURCHASE && event.getType() == EventType.PURCHASE && !visit.isFrozen()) {
      visit.freeze(before);
    }
    boolean unseen = !visit.isViewed();
    visit.add(event, records);
    viewed += unseen && visit.isViewed() ? 1 : 0;
  }

  /** What the session is before a time after all of its events until now. */
  private SessionSoFar soFar(long nowMicros) {
    return SessionSoFar.of(nowMicros, before.nowMicros(), visits.size(), viewed);
  }

  long userId() {
    return userId;
  }

  String session() {
    return session;
  }

  long startMicros() {
    return startMicros;
  }

  /** Gives a visit for each product. */
  void finish(Output<? super Visit> output) {
    SessionSoFar ended = soFar(Visit.NO_MOMENT);
    visits.forEach(
        (product, open) -> {
          Visit.Builder visit =
              Visit.builder()
                  .userId(userId)
                  .session(session)
                  .productId(product)
                  .startMicros(startMicros);
          output.row(open.build(visit, ended), open.records());
        });
  }
}
