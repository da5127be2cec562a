package io.lakebeam.events;

import io.lakebeam.sample.SplitMix64;

/** A session of the sample, at one of its events. */
final class SampleSession implements Comparable<SampleSession> {
  private static final int LONGEST_PAUSE_SECONDS = 1200;

  private final SampleShop shop;
  private final SplitMix64 random;
  private final long id;
  private final long user;
  private final long lastSecond;
  private final long lastRow;
  private long row;
  private long second;
  private EventType type = EventType.VIEW;
  private int product;
  private boolean carted;

  SampleSession(
      SampleShop shop,
      SplitMix64 random,
      long start,
      long lastSecond,
      long row,
      int events,
      long id) {
    this.shop = shop;
    this.random = random;
    this.second = start;
    this.lastSecond = lastSecond;
    this.row = row;
    this.lastRow = row + events - 1;
    this.id = id;
    this.user = shop.drawUser(random);
    this.product = shop.drawProduct(random);
  }

  /** Moves to the next event; false if there is none. */
  boolean advance() {
    if (row == lastRow) {
      return false;
    }
    row++;
    int draw = random.below(100);
    if (draw >= 2) {
      second = Math.min(second + pause(), lastSecond);
      act(draw);
    }
    return true;
  }

  /** Mostly seconds, sometimes none, rarely minutes. */
  private int pause() {
    int kind = random.below(32);
    return kind == 0
        ? random.below(LONGEST_PAUSE_SECONDS)
        : kind < 4 ? 0 : random.below(2 << random.below(8));
  }

  private void act(int draw) {
    if (draw < 50) {
      type = EventType.VIEW;
      product = shop.drawProduct(random);
      carted = false;
    } else if (draw < 78) {
      type = EventType.VIEW;
    } else if (draw < 90 && !carted) {
      type = EventType.CART;
      carted = true;
    } else if (draw < 92 && carted) {
      type = EventType.REMOVE_FROM_CART;
      carted = false;
    } else if (carted || draw >= 98) {
      type = EventType.PURCHASE;
    } else {
      type = EventType.VIEW;
      product = shop.drawProduct(random);
    }
  }

  /** The number of the event in the sample. */
  long row() {
    return row;
  }

  /** When it happens, since the sample's beginning. */
  long second() {
    return second;
  }

  EventType type() {
    return type;
  }

  SampleShop shop() {
    return shop;
  }

  int product() {
    return product;
  }

  long user() {
    return user;
  }

  /** A number that its id is made of. */
  long id() {
    return id;
  }

  @Override
  public int compareTo(SampleSession other) {
    int order = Long.compare(second, other.second);
    return order != 0 ? order : Long.compare(row, other.row);
  }
}
