package io.lakebeam.pile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Lines like those of the Pile and unlike them, written by hand: no writer of JSON is so untidy.
 */
final class RandomJson {
  private static final String[] NAMES = {
    "text", "meta", "pile_set_name", "t\\u0065xt", "met\\u0061", "", "id", "textual", "\u00e9"
  };
  private static final String[] STRINGS = {
    "a",
    "Pile-CC",
    " ",
    "\u00e9",
    "\u20ac",
    "\ud83d\ude00",
    "\\n",
    "\\\"",
    "\\\\",
    "\\/",
    "\\u0000",
    "\\u00e9",
    "\\uD83D\\uDE00",
    "\\ud800",
    "\\udfff",
    "\\u002F",
    "\u007f",
    "12345678"
  };
  private static final String[] OTHERS = {
    "0", "-0.0", "12.5e3", "1E-2", "true", "false", "null", "[]", "{}", "\"\""
  };
  private static final String DAMAGE = "{}[]\",:\\u0ntf1.eE-+ \t\n\r\u0001";

  private final Random random;

  RandomJson(long seed) {
    random = new Random(seed);
  }

  /** A line whose text, set name and other fields are anything. */
  String line() {
    return object(0);
  }

  /** The same with some bytes gone, added or replaced. */
  byte[] damaged(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = random.nextInt(bytes.length + 1);
      int removed = random.nextInt(2);
      int added = random.nextInt(2);
      byte[] end = Arrays.copyOfRange(bytes, Math.min(bytes.length, at + removed), bytes.length);
      byte[] start = Arrays.copyOf(bytes, at + added);
      if (added > 0) {
        start[at] =
            (byte)
                (random.nextInt(4) == 0
                    ? random.nextInt(256)
                    : DAMAGE.charAt(random.nextInt(DAMAGE.length())));
      }
      bytes = Arrays.copyOf(start, start.length + end.length);
      System.arraycopy(end, 0, bytes, start.length, end.length);
    }
    return bytes;
  }

  private String object(int depth) {
    StringBuilder object = new StringBuilder("{" + blank());
    int fields = random.nextInt(4);
    for (int field = 0; field < fields; field++) {
      object.append(field == 0 ? "" : "," + blank());
      String name = one(NAMES);
      object.append('"').append(name).append('"').append(blank()).append(':').append(blank());
      object.append(name.startsWith("met") ? valueOfMeta(depth) : value(depth)).append(blank());
    }
    return object.append('}').toString();
  }

  private String valueOfMeta(int depth) {
    return depth < 3 && random.nextInt(4) > 0 ? object(depth + 1) : value(depth);
  }

  private String value(int depth) {
    switch (random.nextInt(depth < 3 ? 6 : 4)) {
      case 0:
      case 1:
      case 2:
        return string();
      case 3:
        return one(OTHERS);
      case 4:
        return object(depth + 1);
      default:
        return "[" + blank() + value(depth + 1) + blank() + "," + value(depth + 1) + "]";
    }
  }

  private String string() {
    StringBuilder string = new StringBuilder("\"");
    for (int part = random.nextInt(6); part > 0; part--) {
      string.append(one(STRINGS));
    }
    return string.append('"').toString();
  }

  private String blank() {
    return random.nextInt(5) == 0 ? one(new String[] {" ", "\t", "\r", "  "}) : "";
  }

  private String one(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
