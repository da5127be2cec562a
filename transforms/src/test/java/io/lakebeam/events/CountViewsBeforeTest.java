package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakebeam.read.CollectedOutput;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.sort.Spiller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountViewsBeforeTest {
  @TempDir private Path temp;

  /** Whatever the ids of the first sighting are, and whatever the time. */
  @Test
  void beginsAnewWithEveryUserAndProduct() throws IOException {
    assertThat(
            visits(
                asking(0, 0, -10),
                view(0, 1, -30),
                view(0, 1, -20),
                asking(0, 1, -10),
                asking(0, 2, -10)))
        .extracting(Visit::productId, Visit::viewsBefore, Visit::latestMicros)
        .containsExactlyInAnyOrder(tuple(0L, 0L, -40L), tuple(1L, 2L, -20L), tuple(2L, 0L, -40L));
  }

  private List<Visit> visits(Sighting... sightings) throws IOException {
    String directory = temp + "/";
    Spiller<Sighting> spiller = new Spiller<>(directory, 1, new SightingRecords());
    for (Sighting sighting : sightings) {
      spiller.add(sighting, 1);
    }
    CollectedOutput<Visit> visits = new CollectedOutput<>();
    try (SortedRecords records = SortedRecords.open(spiller.finish(), directory)) {
      new CountViewsBefore().emit(records, visits);
    }
    return visits.rows();
  }

  private static Sighting view(long userId, long productId, long micros) {
    return Sighting.of(userId, productId, micros, SessionOrder.of(-50, "a"), null);
  }

  /** A visit in a later session whose own features know of events up to -40. */
  private static Sighting asking(long userId, long productId, long asOf) {
    return Sighting.asking(
        Visit.builder()
            .userId(userId)
            .session("b")
            .productId(productId)
            .startMicros(-45)
            .endMicros(-40)
            .latestMicros(-40)
            .asOfMicros(asOf)
            .hasFeatures(true)
            .priceMicros(1)
            .categoryCode(null)
            .brand(null)
            .views(1)
            .allViews(1)
            .viewsBefore(null)
            .purchased(true)
            .sessionViewedProducts(1)
            .sessionProducts(1)
            .build());
  }
}
