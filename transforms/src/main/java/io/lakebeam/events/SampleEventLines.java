package io.lakebeam.events;

import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SplitMix64;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Events of the sample as lines of the shop's CSV. */
final class SampleEventLines {
  private static final int SECONDS_PER_DAY = 86_400;
  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final byte[][] CATEGORIES = ascii(SampleShop.CATEGORIES);
  private static final byte[][] BRANDS = ascii(SampleShop.BRANDS);
  private static final byte[][] TYPES = types();
  private static final byte[] UTC = ascii(" UTC,");

  /** Digits behind which an id has a dash: 8-4-4-4-12. */
  private static final int[] GROUPS = {8, 4, 4, 4, 12};

  private final long firstDay;
  private long day = -1;
  private byte[] date = {};

  SampleEventLines(long firstEpochSecond) {
    this.firstDay = firstEpochSecond / SECONDS_PER_DAY;
  }

  /** Appends a line, without its end. */
  void append(SampleSession event, LineBuffer line) {
    SampleShop shop = event.shop();
    int product = event.product();
    int category = shop.category(product);
    appendTime(event.second(), line);
    line.append(TYPES[event.type().ordinal()]);
    line.append(',');
    line.appendNumber(shop.productId(product));
    line.append(',');
    line.appendNumber(shop.categoryId(category));
    line.append(',');
    line.append(CATEGORIES[category]);
    line.append(',');
    line.append(BRANDS[shop.brand(product)]);
    line.append(',');
    line.appendDecimal(shop.cents(product, event.second() / SECONDS_PER_DAY), 2);
    line.append(',');
    line.appendNumber(event.user());
    line.append(',');
    appendId(event.id(), line);
  }

  private void appendTime(long second, LineBuffer line) {
    if (second / SECONDS_PER_DAY != day) {
      day = second / SECONDS_PER_DAY;
      date = ascii(LocalDate.ofEpochDay(firstDay + day) + " ");
    }
    int ofDay = (int) (second % SECONDS_PER_DAY);
    line.append(date);
    line.appendPadded(ofDay / 3600, 2);
    line.append(':');
    line.appendPadded(ofDay / 60 % 60, 2);
    line.append(':');
    line.appendPadded(ofDay % 60, 2);
    line.append(UTC);
  }

  /** In the form of a UUID. */
  private static void appendId(long id, LineBuffer line) {
    long bits = id;
    int left = Long.SIZE / 4;
    for (int group = 0; group < GROUPS.length; group++) {
      if (group > 0) {
        line.append('-');
      }
      for (int digit = 0; digit < GROUPS[group]; digit++) {
        if (left-- == 0) {
          bits = SplitMix64.hash(id, 1);
        }
        line.append((char) HEX[(int) (bits >>> 60)]);
        bits <<= 4;
      }
    }
  }

  private static byte[][] types() {
    EventType[] types = EventType.values();
    byte[][] codes = new byte[types.length][];
    for (int i = 0; i < types.length; i++) {
      codes[i] = ascii(types[i].code());
    }
    return codes;
  }

  private static byte[][] ascii(String[] texts) {
    byte[][] bytes = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      bytes[i] = ascii(texts[i]);
    }
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
