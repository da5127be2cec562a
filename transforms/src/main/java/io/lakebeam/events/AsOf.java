package io.lakebeam.events;

/** The moment as of which the features of a purchased product are told. */
public enum AsOf {
  /** All that happened in the session. */
  SESSION_END,
  /** Only what happened strictly before the first purchase of the product in the session. */
  FIRST_PURCHASE
}
