package io.lakebeam.events;

import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;

/**
 * Visits as records that bring those of a user together, in the order of sessions, then products.
 */
final class VisitRecords implements RecordCodec<Visit> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(Visit visit, RecordWriter record) {
    record
        .putLong(visit.userId())
        .endGroup()
        .putLong(visit.startMicros())
        .putText(visit.session())
        .putLong(visit.productId())
        .endKey();
    putRest(visit, record);
  }

  static Visit read(RecordReader fields) {
    Visit.Builder visit =
        Visit.builder()
            .userId(fields.getLong())
            .startMicros(fields.getLong())
            .session(fields.getText())
            .productId(fields.getLong());
    return readRest(visit, fields);
  }

  /** What does not name the visit. */
  static void putRest(Visit visit, RecordWriter record) {
    record
        .putLong(visit.endMicros())
        .putLong(visit.asOfMicros())
        .putLong(visit.latestMicros())
        .putBoolean(visit.hasFeatures())
        .putLong(visit.priceMicros())
        .putLong(visit.views())
        .putLong(visit.allViews())
        .putBoolean(visit.purchased())
        .putLong(visit.sessionViewedProducts())
        .putLong(visit.sessionProducts());
    EventRecords.putNullable(visit.categoryCode(), record);
    EventRecords.putNullable(visit.brand(), record);
    EventRecords.putNullable(visit.viewsBefore(), record);
  }

  static Visit readRest(Visit.Builder visit, RecordReader fields) {
    return visit
        .endMicros(fields.getLong())
        .asOfMicros(fields.getLong())
        .latestMicros(fields.getLong())
        .hasFeatures(fields.getBoolean())
        .priceMicros(fields.getLong())
        .views(fields.getLong())
        .allViews(fields.getLong())
        .purchased(fields.getBoolean())
        .sessionViewedProducts(fields.getLong())
        .sessionProducts(fields.getLong())
        .categoryCode(EventRecords.textOrNull(fields))
        .brand(EventRecords.textOrNull(fields))
        .viewsBefore(EventRecords.longOrNull(fields))
        .build();
  }
}
