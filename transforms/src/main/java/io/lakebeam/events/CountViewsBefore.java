package io.lakebeam.events;

import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link SightingRecords} in order, and tells every visit that has a moment how often its
 * product was viewed before it in earlier sessions. Holds a count for each session in which the
 * user viewed the product.
 */
final class CountViewsBefore implements Rows<SortedRecords, Visit> {
  private static final long serialVersionUID = 1;

  @Override
  public void emit(SortedRecords records, Output<Visit> output) throws IOException {
    @Nullable ViewsOfProduct views = null;
    while (records.next()) {
      Sighting sighting = SightingRecords.read(records.fields());
      if (views == null || !views.areOfSame(sighting)) {
        views = new ViewsOfProduct(sighting);
      }
      @Nullable Visit asking = sighting.asking();
      if (asking == null) {
        views.add(sighting);
      } else {
        output.row(views.answer(asking), records.records());
      }
    }
  }

  /** The views of one product by one user until now. */
  private static final class ViewsOfProduct {
    private final long userId;
    private final long productId;
    private final TreeMap<SessionOrder, Long> bySession = new TreeMap<>();
    private long total;
    private long latestMicros = Long.MIN_VALUE;

    ViewsOfProduct(Sighting first) {
      userId = first.userId();
      productId = first.productId();
    }

    boolean areOfSame(Sighting sighting) {
      return sighting.userId() == userId && sighting.productId() == productId;
    }

    void add(Sighting view) {
      bySession.merge(view.session(), 1L, Long::sum);
      total++;
      latestMicros = view.micros();
    }

    /** All views but those of the visit's own session and of the few that began after it. */
    Visit answer(Visit visit) {
      if (visit.asOfMicros() == Visit.NO_MOMENT) {
        return visit;
      }
      SessionOrder own = SessionOrder.of(visit.startMicros(), visit.session());
      long others = 0;
      for (long count : bySession.tailMap(own, true).values()) {
        others += count;
      }
      return visit.toBuilder()
          .viewsBefore(total - others)
          .latestMicros(Math.max(visit.latestMicros(), latestMicros))
          .build();
    }
  }
}
