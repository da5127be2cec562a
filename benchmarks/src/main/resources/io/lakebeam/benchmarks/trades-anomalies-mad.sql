-- 0.6745 |p - median| > 3.5 MAD. A median of an even count has one digit more than the prices, a MAD two.
COPY (
  WITH products AS (
    SELECT
      product, delivery_start, delivery_end, delivery_area, count(*) AS n, sum(price) AS total,
      median(CAST(price AS DECIMAL(18,7))) AS middle, mad(CAST(price AS DECIMAL(18,8))) AS deviation
    FROM trades
    GROUP BY ALL
  )
  SELECT
    trade_id, execution_time, product, delivery_start, delivery_end, delivery_area, price,
    average(total, n) AS average_trade_price,
    CAST(0.6745 * abs(price - middle) AS DOUBLE) / CAST(deviation AS DOUBLE) AS score,
    'mad' AS rule
  FROM trades JOIN products USING (product, delivery_start, delivery_end, delivery_area)
  WHERE deviation > 0 AND 0.6745 * abs(price - middle) > 3.5 * deviation
) TO '${output}/part-0.parquet' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1);
