-- (n p - S)^2 > 9 (n Q - S^2), of n prices with the sum S and the sum of squares Q.
COPY (
  WITH sums AS (
    SELECT
      product, delivery_start, delivery_end, delivery_area,
      count(*) AS n, sum(price) AS total, sum(CAST(price AS DECIMAL(38,6)) * price) AS squares
    FROM trades
    GROUP BY ALL
  ),
  products AS (SELECT *, n * squares - total * total AS spread FROM sums)
  SELECT
    trade_id, execution_time, product, delivery_start, delivery_end, delivery_area, price,
    average(total, n) AS average_trade_price,
    sqrt(CAST((price * n - total) * (price * n - total) AS DOUBLE) / CAST(spread AS DOUBLE)) AS score,
    'zscore' AS rule
  FROM trades JOIN products USING (product, delivery_start, delivery_end, delivery_area)
  WHERE spread > 0 AND (price * n - total) * (price * n - total) > 9 * spread
) TO '${output}/part-0.parquet' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1);
