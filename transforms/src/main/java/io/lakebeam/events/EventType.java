package io.lakebeam.events;

import org.jspecify.annotations.Nullable;

/**
 * What a shopper did with a product. Of one moment purchases come first: what happened in the same
 * moment is not earlier than they are.
 */
public enum EventType {
  PURCHASE("purchase"),
  VIEW("view"),
  CART("cart"),
  REMOVE_FROM_CART("remove_from_cart");

  private static final EventType[] ALL = values();

  private final String code;

  EventType(String code) {
    this.code = code;
  }

  /** As the files write it. */
  public String code() {
    return code;
  }

  /** The type that the files write so; null if there is none. */
  static @Nullable EventType of(String code) {
    for (EventType type : ALL) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    return null;
  }

  static EventType at(int ordinal) {
    return ALL[ordinal];
  }
}
