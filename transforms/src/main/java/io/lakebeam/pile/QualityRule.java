package io.lakebeam.pile;

/** Drops texts that have a measure out of its bounds. */
final class QualityRule implements Rule {
  private final QualityMeasure measure;

  QualityRule(QualityMeasure measure) {
    this.measure = measure;
  }

  @Override
  public String name() {
    return measure.rule();
  }

  @Override
  public int find(Document document) {
    return measure.allows(document.getQuality().value(measure)) ? KEEP : 0;
  }
}
