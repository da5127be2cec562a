package io.lakebeam.events;

import io.lakebeam.write.Measures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rows of the base amount to: what the data card tells and the quality checks ask. */
final class BaseProfile implements Measures {
  private static final long serialVersionUID = 1;

  private final TimeRange range;
  private final List<FeatureProfile> features = new ArrayList<>();
  private final Map<String, SplitProfile> splits = new TreeMap<>();
  private long purchaseEvents;
  private long rows;
  private long purchased;
  private long users;
  private long sessions;
  private long usersOnTwoSides;
  private long rowsThatLookAhead;

  BaseProfile(TimeRange range) {
    this.range = range;
    TrainingBase.FEATURES.forEach(feature -> features.add(FeatureProfile.of(feature, range)));
  }

  /** Events of purchases, counted where they are read. */
  void addPurchaseEvents(long events) {
    purchaseEvents += events;
  }

  /** A user who has rows. */
  void addUser() {
    users++;
  }

  /** A user who has rows on more than one side of the split. */
  void addUserOnTwoSides() {
    usersOnTwoSides++;
  }

  /** A session that has rows. */
  void addSession() {
    sessions++;
  }

  /**
   * A row.
   *
   * @param newOnSide whether it is the user's first one on its side of the split
   */
  void addRow(TrainingRow row, boolean newOnSide) {
    Visit visit = row.visit();
    rows++;
    purchased += visit.purchased() ? 1 : 0;
    rowsThatLookAhead += visit.latestMicros() >= visit.asOfMicros() ? 1 : 0;
    String split = row.getSplit();
    if (split != null) {
      side(split).addRow(newOnSide, visit.purchased());
    }
    for (int i = 0; i < features.size(); i++) {
      features.get(i).add(TrainingBase.FEATURES.get(i), row);
    }
  }

  private SplitProfile side(String split) {
    return splits.computeIfAbsent(split, name -> new SplitProfile());
  }

  @Override
  public BaseProfile plus(Measures other) {
    BaseProfile sum = new BaseProfile(range);
    sum.add(this);
    sum.add((BaseProfile) other);
    return sum;
  }

  private void add(BaseProfile other) {
    for (int i = 0; i < features.size(); i++) {
      features.get(i).add(other.features.get(i));
    }
    other.splits.forEach((name, side) -> side(name).add(side));
    purchaseEvents += other.purchaseEvents;
    rows += other.rows;
    purchased += other.purchased;
    users += other.users;
    sessions += other.sessions;
    usersOnTwoSides += other.usersOnTwoSides;
    rowsThatLookAhead += other.rowsThatLookAhead;
  }

  /** In the order of {@link TrainingBase#FEATURES}. */
  List<FeatureProfile> features() {
    return Collections.unmodifiableList(features);
  }

  /** By the name of the side; without those that have no rows. */
  Map<String, SplitProfile> splits() {
    return Collections.unmodifiableMap(splits);
  }

  long purchaseEvents() {
    return purchaseEvents;
  }

  long rows() {
    return rows;
  }

  long purchased() {
    return purchased;
  }

  long users() {
    return users;
  }

  long sessions() {
    return sessions;
  }

  long usersOnTwoSides() {
    return usersOnTwoSides;
  }

  /** Rows with a feature that knows of an event at or after the moment it must precede. */
  long rowsThatLookAhead() {
    return rowsThatLookAhead;
  }
}
