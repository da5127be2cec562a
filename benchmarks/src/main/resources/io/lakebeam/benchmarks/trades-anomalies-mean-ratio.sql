-- |n p - S| > 2 |S|, of n prices with the sum S.
COPY (
  WITH products AS (
    SELECT product, delivery_start, delivery_end, delivery_area, count(*) AS n, sum(price) AS total
    FROM trades
    GROUP BY ALL
  )
  SELECT
    trade_id, execution_time, product, delivery_start, delivery_end, delivery_area, price,
    average(total, n) AS average_trade_price,
    CAST(abs(price * n - total) AS DOUBLE) / nullif(CAST(abs(total) AS DOUBLE), 0) AS score,
    'mean-ratio' AS rule
  FROM trades JOIN products USING (product, delivery_start, delivery_end, delivery_area)
  WHERE abs(price * n - total) > 2 * abs(total)
) TO '${output}/part-0.parquet' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1);
