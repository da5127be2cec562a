package io.lakebeam.events;

import java.io.Serializable;

/** How much of the base one side of the split has. */
final class SplitProfile implements Serializable {
  private static final long serialVersionUID = 1;

  private long rows;
  private long users;
  private long purchased;

  void addRow(boolean newUser, boolean bought) {
    rows++;
    users += newUser ? 1 : 0;
    purchased += bought ? 1 : 0;
  }

  void add(SplitProfile other) {
    rows += other.rows;
    users += other.users;
    purchased += other.purchased;
  }

  long rows() {
    return rows;
  }

  long users() {
    return users;
  }

  long purchased() {
    return purchased;
  }
}
