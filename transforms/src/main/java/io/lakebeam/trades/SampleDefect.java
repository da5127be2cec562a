package io.lakebeam.trades;

import io.lakebeam.sample.CsvDefect;
import io.lakebeam.sample.SplitMix64;

/** How a line of the sample is spoiled. */
enum SampleDefect implements CsvDefect {
  MISSING_VALUE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[random.below(fields.length)] = "";
    }
  },
  DECIMAL_COMMA {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[PRICE] = '"' + fields[PRICE].replace('.', ',') + '"';
    }
  },
  UNKNOWN_SIDE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[SIDE] = random.oneOf("sell", "B", "HOLD");
    }
  },
  IMPOSSIBLE_DATE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      String day = random.oneOf("2023-02-29", "2023-04-31", "2023-13-01", "2023-00-10");
      fields[DELIVERY_START] = day + fields[DELIVERY_START].substring(day.length());
    }
  },
  TIME_WITHOUT_OFFSET {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[EXECUTION_TIME] = fields[EXECUTION_TIME].replace("Z", "");
    }
  },
  END_BEFORE_START {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      String start = fields[DELIVERY_START];
      fields[DELIVERY_START] = fields[DELIVERY_END];
      fields[DELIVERY_END] = start;
    }
  },
  NO_DURATION {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[DELIVERY_END] = fields[DELIVERY_START];
    }
  },
  TOO_MANY_FIELDS {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[ORDER_ID] += ",0";
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
      // 0xFF and 0xFE never stand in UTF-8, and no number holds them either.
      fields[random.oneOf("price", "id").equals("id") ? TRADE_ID : PRICE] = "\u00FF\u00FE\u0001?";
    }
  },
  EXPONENT {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[VOLUME] = random.oneOf("1e3", "2.5E+1", "1E-2");
    }
  },
  NEGATIVE_VOLUME {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[VOLUME] = '-' + fields[VOLUME];
    }
  },
  TOO_MANY_DIGITS {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[PRICE] = random.oneOf("1234567890123", "0.1234567");
    }
  },
  NUMBER_TOO_LARGE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[TRADE_ID] = "9223372036854775808";
    }
  },
  UNCLOSED_QUOTE {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[DELIVERY_AREA] = '"' + fields[DELIVERY_AREA];
    }
  },
  COMMENTED_OUT {
    @Override
    public void spoil(String[] fields, SplitMix64 random) {
      fields[TRADE_ID] = '#' + fields[TRADE_ID];
    }
  };

  private static final int TRADE_ID = 0;
  private static final int SIDE = 2;
  private static final int DELIVERY_START = 4;
  private static final int DELIVERY_END = 5;
  private static final int EXECUTION_TIME = 6;
  private static final int DELIVERY_AREA = 7;
  private static final int PRICE = 11;
  private static final int VOLUME = 13;
  private static final int ORDER_ID = 15;
}
