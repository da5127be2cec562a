package io.lakebeam.events;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Profiles rows that come user by user, session by session. */
final class RowProfiler {
  private final BaseProfile profile;
  private final Set<String> sides = new HashSet<>();
  private @Nullable TrainingRow last;

  RowProfiler(TimeRange range) {
    profile = new BaseProfile(range);
  }

  void add(TrainingRow row) {
    boolean newUser = last == null || last.visit().userId() != row.visit().userId();
    boolean newSession =
        newUser || last == null || !last.visit().session().equals(row.visit().session());
    if (newUser) {
      endUser();
      profile.addUser();
    }
    if (newSession) {
      profile.addSession();
    }
    String side = row.getSplit();
    profile.addRow(row, side != null && sides.add(side));
    last = row;
  }

  private void endUser() {
    if (sides.size() > 1) {
      profile.addUserOnTwoSides();
    }
    sides.clear();
  }

  BaseProfile finish() {
    endUser();
    return profile;
  }
}
