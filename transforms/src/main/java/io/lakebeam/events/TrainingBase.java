package io.lakebeam.events;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The gold table that models are trained on. */
public final class TrainingBase {
  public static final String LABEL = "purchased";
  public static final String SPLIT = "split";
  public static final String RANGE = "range";

  private static final Set<String> NO_FEATURES =
      Set.of("user_id", "user_session", "product_id", LABEL, SPLIT);

  public static final Table<TrainingRow> TABLE =
      Table.<TrainingRow>named(
              "gold/events_training",
              "A product that a user met in a session: what was known, and whether it was bought.")
          .int64("user_id", row -> row.visit().userId())
          .text("user_session", row -> row.visit().session())
          .int64("product_id", row -> row.visit().productId())
          .decimal("price", 18, 6, row -> row.visit().priceMicros())
          .nullableText("category_code", row -> row.visit().categoryCode())
          .nullableText("brand", row -> row.visit().brand())
          .nullableText("category", TrainingRow::getCategory)
          .nullableText("sub_category", TrainingRow::getSubCategory)
          .int64("num_views_product", row -> row.visit().views())
          .bool(LABEL, row -> row.visit().purchased())
          .timestamp("start_time", row -> row.visit().startMicros())
          .timestamp("end_time", row -> row.visit().endMicros())
          .int64("duration", TrainingRow::getDuration)
          .int32("start_hour", TrainingRow::getStartHour)
          .int32("start_minute", TrainingRow::getStartMinute)
          .int32("start_dayofweek", TrainingRow::getStartDayOfWeek)
          .int64("num_views_session", row -> row.visit().sessionViewedProducts())
          .int64("num_products_session", row -> row.visit().sessionProducts())
          .int64("num_prev_sessions", TrainingRow::getPreviousSessions)
          .int64("num_prev_product_views", TrainingRow::getPreviousProductViews)
          .int64(
              "num_prev_and_current_product_views", TrainingRow::getPreviousAndCurrentProductViews)
          .nullableText(SPLIT, TrainingRow::getSplit)
          .partitionedByText(RANGE, TrainingRow::getRange);

  /** The columns that a model may learn from. */
  static final List<Column<TrainingRow>> FEATURES =
      TABLE.columns().stream()
          .filter(column -> !NO_FEATURES.contains(column.name()))
          .collect(Collectors.toUnmodifiableList());

  private TrainingBase() {}
}
