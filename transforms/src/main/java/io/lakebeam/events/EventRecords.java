package io.lakebeam.events;

import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * Events as records that bring those of a user together, session by session, in order of time; of
 * one moment purchases come first. All nine columns are in the key, so that equal events are
 * neighbours.
 */
final class EventRecords implements RecordCodec<Event> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(Event event, RecordWriter record) {
    record
        .putLong(event.getUserId())
        .endGroup()
        .putText(event.getSession())
        .putLong(event.getTimeMicros())
        .putByte(event.getType().ordinal())
        .putLong(event.getProductId())
        .putLong(event.getPriceMicros());
    putNullable(event.getCategoryId(), record);
    putNullable(event.getCategoryCode(), record);
    putNullable(event.getBrand(), record);
    record.endKey();
  }

  static Event read(RecordReader fields) {
    return Event.builder()
        .setUserId(fields.getLong())
        .setSession(fields.getText())
        .setTimeMicros(fields.getLong())
        .setType(EventType.at(fields.getByte()))
        .setProductId(fields.getLong())
        .setPriceMicros(fields.getLong())
        .setCategoryId(longOrNull(fields))
        .setCategoryCode(textOrNull(fields))
        .setBrand(textOrNull(fields))
        .build();
  }

  static void putNullable(@Nullable Long value, RecordWriter record) {
    record.putBoolean(value != null);
    if (value != null) {
      record.putLong(value);
    }
  }

  static void putNullable(@Nullable String text, RecordWriter record) {
    record.putBoolean(text != null);
    if (text != null) {
      record.putText(text);
    }
  }

  static @Nullable Long longOrNull(RecordReader fields) {
    return fields.getBoolean() ? fields.getLong() : null;
  }

  static @Nullable String textOrNull(RecordReader fields) {
    return fields.getBoolean() ? fields.getText() : null;
  }
}
