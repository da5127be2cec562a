package io.lakebeam.events;

import io.lakebeam.read.BadValue;
import io.lakebeam.read.CsvFormat;
import io.lakebeam.read.CsvRecord;
import org.jspecify.annotations.Nullable;

/**
 * The CSV files of the data set "eCommerce behavior data from multi category store". {@code
 * category_id}, {@code category_code} and {@code brand} may be empty; the reasons of rejects beside
 * the malformed ones are {@code unknown_event_type} and {@code negative_price}.
 */
public final class EventCsv {
  public static final CsvFormat FORMAT =
      CsvFormat.of(
          "event_time",
          "event_type",
          "product_id",
          "category_id",
          "category_code",
          "brand",
          "price",
          "user_id",
          "user_session");

  private static final int EVENT_TIME = 0;
  private static final int EVENT_TYPE = 1;
  private static final int PRODUCT_ID = 2;
  private static final int CATEGORY_ID = 3;
  private static final int CATEGORY_CODE = 4;
  private static final int BRAND = 5;
  private static final int PRICE = 6;
  private static final int USER_ID = 7;
  private static final int USER_SESSION = 8;

  private EventCsv() {}

  /** The event that a record says, or the first thing that is wrong with it. */
  public static Event parse(CsvRecord record) throws BadValue {
    return Event.builder()
        .setTimeMicros(record.utcMicros(EVENT_TIME))
        .setType(type(record))
        .setProductId(record.int64(PRODUCT_ID))
        .setCategoryId(record.hasValue(CATEGORY_ID) ? record.int64(CATEGORY_ID) : null)
        .setCategoryCode(textOrNull(record, CATEGORY_CODE))
        .setBrand(textOrNull(record, BRAND))
        .setPriceMicros(price(record))
        .setUserId(record.int64(USER_ID))
        .setSession(record.text(USER_SESSION))
        .build();
  }

  private static EventType type(CsvRecord record) throws BadValue {
    @Nullable EventType type = EventType.of(record.text(EVENT_TYPE));
    if (type == null) {
      throw BadValue.of(
          "unknown_event_type",
          record.name(EVENT_TYPE),
          "The event type is none of view, cart, remove_from_cart, purchase.");
    }
    return type;
  }

  private static long price(CsvRecord record) throws BadValue {
    long price = record.decimal(PRICE);
    if (price < 0) {
      throw BadValue.of("negative_price", record.name(PRICE), "The price is negative.");
    }
    return price;
  }

  private static @Nullable String textOrNull(CsvRecord record, int column) throws BadValue {
    return record.hasValue(column) ? record.text(column) : null;
  }
}
