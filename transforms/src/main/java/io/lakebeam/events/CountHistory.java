package io.lakebeam.events;

import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link VisitRecords} in order, and gives the rows: each visit with what earlier sessions of
 * the user say. Holds a count for each distinct product of the user. What the rows amount to goes
 * into the tally as a {@link BaseProfile}.
 */
final class CountHistory implements Rows<SortedRecords, TrainingRow> {
  private static final long serialVersionUID = 1;

  private final TimeRange range;
  private final @Nullable Split split;

  CountHistory(TimeRange range, @Nullable Split split) {
    this.range = range;
    this.split = split;
  }

  @Override
  public void emit(SortedRecords records, Output<TrainingRow> output) throws IOException {
    String rangeName = range.name();
    RowProfiler profiler = new RowProfiler(range);
    UserHistory user = new UserHistory();
    while (records.next()) {
      Visit visit = VisitRecords.read(records.fields());
      user.moveTo(visit);
      long viewsBefore = user.viewsBefore(visit);
      if (visit.hasFeatures()) {
        TrainingRow row =
            TrainingRow.of(
                visit,
                user.sessionsBefore(),
                viewsBefore,
                split == null ? null : split.of(visit.userId()),
                rangeName);
        profiler.add(row);
        output.row(row, records.records());
      } else {
        output.tally().filterKept("purchase_without_history", records.records());
      }
    }
    output.tally().measure(profiler.finish());
  }

  /** The sessions of one user until now. */
  private static final class UserHistory {
    /** Never cleared but made anew: clearing costs what the greatest user has. */
    private Map<Long, Long> views = new HashMap<>();

    private long userId;
    private @Nullable String session;
    private long sessions;

    void moveTo(Visit visit) {
      if (session == null || visit.userId() != userId) {
        userId = visit.userId();
        session = visit.session();
        sessions = 0;
        views = new HashMap<>();
      } else if (!visit.session().equals(session)) {
        session = visit.session();
        sessions++;
      }
    }

    long sessionsBefore() {
      return sessions;
    }

    /** Of the visit's product; takes the visit's own views into account for later ones. */
    long viewsBefore(Visit visit) {
      @Nullable Long asOfMoment = visit.viewsBefore();
      @Nullable Long before =
          visit.allViews() > 0
              ? views.put(
                  visit.productId(), views.getOrDefault(visit.productId(), 0L) + visit.allViews())
              : views.get(visit.productId());
      return asOfMoment != null ? asOfMoment : before == null ? 0 : before;
    }
  }
}
