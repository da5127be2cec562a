package io.lakebeam.events;

import io.lakebeam.sample.SplitMix64;
import java.util.Arrays;

/**
 * How a line of the sample is spoiled. Every spoiled line is one that must be rejected, alone: none
 * is blank, none has a line end. Texts hold one byte per character.
 */
enum SampleEventDefect {
  MISSING_VALUE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      int[] required = {EVENT_TIME, EVENT_TYPE, PRODUCT_ID, PRICE, USER_ID, USER_SESSION};
      fields[required[random.below(required.length)]] = "";
    }
  },
  UNKNOWN_TYPE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[EVENT_TYPE] = random.oneOf("VIEW", "click", "purchase ");
    }
  },
  IMPOSSIBLE_DATE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      String day = random.oneOf("2019-02-29", "2019-11-31", "2019-13-01", "2019-10-00");
      fields[EVENT_TIME] = day + fields[EVENT_TIME].substring(day.length());
    }
  },
  OTHER_ZONE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[EVENT_TIME] = fields[EVENT_TIME].replace("UTC", random.oneOf("CET", "utc"));
    }
  },
  NEGATIVE_PRICE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[PRICE] = '-' + fields[PRICE];
    }
  },
  EXPONENT {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[PRICE] = random.oneOf("1e3", "2.5E+1");
    }
  },
  NOT_A_NUMBER {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[random.oneOf("user", "product").equals("user") ? USER_ID : PRODUCT_ID] = "12a";
    }
  },
  NUMBER_TOO_LARGE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[CATEGORY_ID] = "9223372036854775808";
    }
  },
  TOO_MANY_FIELDS {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[USER_SESSION] += ",0";
    }
  },
  CUT_SHORT {
    @Override
    String line(String[] fields, SplitMix64 random) {
      String[] left = Arrays.copyOf(fields, 1 + random.below(fields.length - 1));
      return String.join(",", left);
    }
  },
  GARBAGE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      // 0xFF and 0xFE never stand in UTF-8.
      fields[BRAND] = "\u00FF\u00FE\u0001?";
    }
  },
  UNCLOSED_QUOTE {
    @Override
    void spoil(String[] fields, SplitMix64 random) {
      fields[USER_SESSION] = "\"" + fields[USER_SESSION] + "\"x";
    }
  };

  private static final int EVENT_TIME = 0;
  private static final int EVENT_TYPE = 1;
  private static final int PRODUCT_ID = 2;
  private static final int CATEGORY_ID = 3;
  private static final int BRAND = 5;
  private static final int PRICE = 6;
  private static final int USER_ID = 7;
  private static final int USER_SESSION = 8;

  private static final SampleEventDefect[] ALL = values();

  /** A spoiled version of a clean line. */
  static String spoil(String line, SplitMix64 random) {
    return ALL[random.below(ALL.length)].line(line.split(",", -1), random);
  }

  String line(String[] fields, SplitMix64 random) {
    spoil(fields, random);
    return String.join(",", fields);
  }

  void spoil(String[] fields, SplitMix64 random) {}
}
