package io.lakebeam.events;

import io.lakebeam.sample.CsvDefect;
import io.lakebeam.sample.SplitMix64;

/** How a line of the sample is spoiled. */
enum SampleEventDefect implements CsvDefect {
  MISSING_VALUE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      int[] required = {EVENT_TIME, EVENT_TYPE, PRODUCT_ID, PRICE, USER_ID, USER_SESSION};
      fields[required[random.below(required.length)]] = "";
    }
  },
  UNKNOWN_TYPE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[EVENT_TYPE] = random.oneOf("VIEW", "click", "purchase ");
    }
  },
  IMPOSSIBLE_DATE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      String day = random.oneOf("2019-02-29", "2019-11-31", "2019-13-01", "2019-10-00");
      fields[EVENT_TIME] = day + fields[EVENT_TIME].substring(day.length());
    }
  },
  OTHER_ZONE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[EVENT_TIME] = fields[EVENT_TIME].replace("UTC", random.oneOf("CET", "utc"));
    }
  },
  NEGATIVE_PRICE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[PRICE] = '-' + fields[PRICE];
    }
  },
  EXPONENT {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[PRICE] = random.oneOf("1e3", "2.5E+1");
    }
  },
  NOT_A_NUMBER {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[random.oneOf("user", "product").equals("user") ? USER_ID : PRODUCT_ID] = "12a";
    }
  },
  NUMBER_TOO_LARGE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[CATEGORY_ID] = "9223372036854775808";
    }
  },
  TOO_MANY_FIELDS {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[USER_SESSION] += ",0";
    }
  },
  CUT_SHORT {
    @Override
    public String spoiled(String line, SplitMix64 random) {
      return CsvDefect.cutShort(line, random);
    }
  },
  GARBAGE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      // 0xFF and 0xFE never stand in UTF-8.
      fields[BRAND] = "\u00FF\u00FE\u0001?";
    }
  },
  UNCLOSED_QUOTE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
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
}
