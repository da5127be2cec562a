COPY (
  SELECT
    CAST(row_number() OVER (
      ORDER BY sum(volume) DESC, product, delivery_start, delivery_end, delivery_area) AS INTEGER) AS rank,
    product, delivery_start, delivery_end, delivery_area,
    sum(volume) AS volume
  FROM trades
  GROUP BY product, delivery_start, delivery_end, delivery_area
  ORDER BY rank
  LIMIT 5
) TO '${output}/part-0.parquet' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1);
