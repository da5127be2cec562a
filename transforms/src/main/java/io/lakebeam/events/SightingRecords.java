package io.lakebeam.events;

import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * Sightings as records that bring those of a user and product together, in order of time; of one
 * moment the visits that ask come first, since what they ask for is strictly earlier.
 */
final class SightingRecords implements RecordCodec<Sighting> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(Sighting sighting, RecordWriter record) {
    @Nullable Visit asking = sighting.asking();
    record
        .putLong(sighting.userId())
        .endGroup()
        .putLong(sighting.productId())
        .putLong(sighting.micros())
        .putBoolean(asking == null)
        .putLong(sighting.session().startMicros())
        .putText(sighting.session().id())
        .endKey();
    if (asking != null) {
      VisitRecords.putRest(asking, record);
    }
  }

  static Sighting read(RecordReader fields) {
    long userId = fields.getLong();
    long productId = fields.getLong();
    long micros = fields.getLong();
    boolean view = fields.getBoolean();
    SessionOrder session = SessionOrder.of(fields.getLong(), fields.getText());
    return view
        ? Sighting.of(userId, productId, micros, session, null)
        : Sighting.asking(
            VisitRecords.readRest(
                Visit.builder()
                    .userId(userId)
                    .productId(productId)
                    .startMicros(session.startMicros())
                    .session(session.id()),
                fields));
  }
}
