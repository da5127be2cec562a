-- Delivery on 1,000 days, in random order.
COPY (
  SELECT * EXCLUDE (days, day) REPLACE (
    strftime(CAST(DeliveryStart AS TIMESTAMP) + day, '%Y-%m-%dT%H:%M:%SZ') AS DeliveryStart,
    strftime(CAST(DeliveryEnd AS TIMESTAMP) + day, '%Y-%m-%dT%H:%M:%SZ') AS DeliveryEnd)
  FROM (
    SELECT
      *,
      DATE '2023-01-01' + CAST(hash(TradeId) % 1000 AS INTEGER)
        - CAST(substr(DeliveryStart, 1, 10) AS DATE) AS days,
      to_days(CAST(days AS INTEGER)) AS day
    FROM read_csv('${input}/*.csv', header = true, comment = '#', all_varchar = true, strict_mode = false))
) TO '${output}/trades.csv' (FORMAT csv, HEADER);
