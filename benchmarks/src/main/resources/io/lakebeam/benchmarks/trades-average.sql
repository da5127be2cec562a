COPY (
  SELECT
    product, delivery_start, delivery_end, delivery_area,
    average(sum(price), count(*)) AS average_trade_price,
    average(sum(volume), count(*)) AS average_volume,
    count(*) AS trade_count
  FROM trades
  GROUP BY ALL
) TO '${output}/part-0.parquet' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1);
