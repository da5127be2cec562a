package io.lakebeam.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.Partition;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.Check;
import io.lakebeam.publish.Companion;
import io.lakebeam.publish.Inspection;
import io.lakebeam.write.Measures;
import io.lakebeam.write.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quality checks of a training base, and its data card. */
public final class InspectTrainingBase implements Inspection {
  private static final long serialVersionUID = 1;
  private static final String CHART = "_card.svg";

  private final TimeRange range;
  private final @Nullable Split split;

  private InspectTrainingBase(TimeRange range, @Nullable Split split) {
    this.range = range;
    this.split = split;
  }

  /**
   * @param split null where the table has no such column
   */
  public static InspectTrainingBase of(TimeRange range, @Nullable Split split) {
    return new InspectTrainingBase(range, split);
  }

  @Override
  public List<Check> checks(Tally tally) {
    BaseProfile profile = profile(tally);
    return List.of(labelRate(profile), splitsApart(profile), noLookingAhead(profile));
  }

  /**
   * The share of purchased rows lies between 0 and the most that the purchases allow which were
   * counted where events are read: a row is purchased by an event of its own.
   */
  private static Check labelRate(BaseProfile profile) {
    return Check.ofQuality(
        "label rate within bounds: purchased <= rows, purchased <= purchase events",
        profile.purchased() <= Math.min(profile.rows(), profile.purchaseEvents()),
        profile.purchased() + " of " + profile.rows() + "; " + profile.purchaseEvents());
  }

  private static Check splitsApart(BaseProfile profile) {
    return Check.ofQuality(
        "no user stands in two splits",
        profile.usersOnTwoSides() == 0,
        profile.usersOnTwoSides() + " of " + profile.users());
  }

  private static Check noLookingAhead(BaseProfile profile) {
    return Check.ofQuality(
        "no feature knows of an event at or after its as-of moment",
        profile.rowsThatLookAhead() == 0,
        profile.rowsThatLookAhead() + " of " + profile.rows());
  }

  @Override
  public List<Companion> companions(Run run, Tally tally) {
    BaseProfile profile = profile(tally);
    ObjectNode card = DataCard.of(run, range, split, tally, profile);
    String directory = Partition.directory(TrainingBase.RANGE, range.name()) + "/";
    return List.of(
        Companion.of(directory + "_card.json", "application/json", DataCard.text(card)),
        Companion.of(directory + "_card.md", "text/markdown", CardMarkdown.of(card, CHART)),
        Companion.of(directory + CHART, "image/svg+xml", CardChart.of(profile)));
  }

  private BaseProfile profile(Tally tally) {
    @Nullable Measures measures = tally.measures();
    return measures == null ? new BaseProfile(range) : (BaseProfile) measures;
  }
}
