package io.lakebeam.trades;

import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;

/** Prices as records that bring those of a product together, in ascending order. */
final class PriceRecords implements RecordCodec<ProductPrice> {
  private static final long serialVersionUID = 1;

  @Override
  public void encode(ProductPrice price, RecordWriter record) {
    Product product = price.product();
    record
        .putText(product.getProduct())
        .putLong(product.getDeliveryStartMicros())
        .putLong(product.getDeliveryEndMicros())
        .putText(product.getDeliveryArea())
        .endGroup()
        .putLong(price.priceMicros())
        .endKey();
  }

  static ProductPrice read(RecordReader fields) {
    return ProductPrice.of(
        Product.of(fields.getText(), fields.getLong(), fields.getLong(), fields.getText()),
        fields.getLong());
  }
}
