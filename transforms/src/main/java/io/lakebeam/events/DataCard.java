package io.lakebeam.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.Column;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.write.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a training base holds, as JSON: {@code range} (start, end), {@code inputs} (path, bytes),
 * {@code events}, {@code rows}, {@code users}, {@code sessions}, {@code balance} (purchased,
 * not_purchased, rate), {@code splits} (name: rows, users, purchased; all three names, or none
 * without a split) and {@code features} (column: nulls, min, mean, max; the last three null for
 * texts and where there is no value). Events are those kept; users and sessions those that have
 * rows.
 */
final class DataCard {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
  private static final int DIGITS = 6;

  private DataCard() {}

  /**
   * @param split null where the table has no such column
   */
  static ObjectNode of(
      Run run, TimeRange range, @Nullable Split split, Tally tally, BaseProfile profile) {
    ObjectNode card = JSON.createObjectNode();
    card.putObject("range")
        .put("start", range.start().toString())
        .put("end", range.end().toString());
    ArrayNode inputs = card.putArray("inputs");
    for (LakeFile input : run.inputs()) {
      inputs.addObject().put("path", input.path()).put("bytes", input.bytes());
    }
    card.put("events", tally.kept());
    card.put("rows", profile.rows());
    card.put("users", profile.users());
    card.put("sessions", profile.sessions());
    card.putObject("balance")
        .put("purchased", profile.purchased())
        .put("not_purchased", profile.rows() - profile.purchased())
        .put("rate", rate(profile));
    ObjectNode splits = card.putObject("splits");
    if (split != null) {
      addSplits(splits, profile);
    }
    addFeatures(card.putObject("features"), profile);
    return card;
  }

  static String text(ObjectNode card) {
    try {
      return JSON.writeValueAsString(card) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable BigDecimal rate(BaseProfile profile) {
    return profile.rows() == 0
        ? null
        : BigDecimal.valueOf(profile.purchased())
            .divide(BigDecimal.valueOf(profile.rows()), DIGITS, RoundingMode.HALF_EVEN);
  }

  private static void addSplits(ObjectNode splits, BaseProfile profile) {
    for (String name : Split.NAMES) {
      SplitProfile side = profile.splits().getOrDefault(name, new SplitProfile());
      splits
          .putObject(name)
          .put("rows", side.rows())
          .put("users", side.users())
          .put("purchased", side.purchased());
    }
  }

  private static void addFeatures(ObjectNode features, BaseProfile profile) {
    for (int i = 0; i < TrainingBase.FEATURES.size(); i++) {
      Column<TrainingRow> column = TrainingBase.FEATURES.get(i);
      FeatureProfile values = profile.features().get(i);
      ObjectNode feature = features.putObject(column.name());
      feature.put("nulls", values.nulls());
      put(feature, "min", column, values.min());
      putMean(feature, column, values);
      put(feature, "max", column, values.max());
    }
  }

  private static void put(ObjectNode node, String field, Column<?> column, @Nullable Long value) {
    if (value == null) {
      node.putNull(field);
      return;
    }
    switch (column.type()) {
      case TIMESTAMP:
        node.put(field, TimeRange.instant(value).toString());
        break;
      case DECIMAL:
        node.put(field, BigDecimal.valueOf(value, column.scale()));
        break;
      default:
        node.put(field, value);
    }
  }

  private static void putMean(ObjectNode node, Column<?> column, FeatureProfile values) {
    switch (column.type()) {
      case TIMESTAMP:
      case DECIMAL:
        @Nullable BigDecimal whole = values.mean(0);
        put(node, "mean", column, whole == null ? null : whole.longValueExact());
        break;
      default:
        node.put("mean", values.mean(DIGITS));
    }
  }
}
