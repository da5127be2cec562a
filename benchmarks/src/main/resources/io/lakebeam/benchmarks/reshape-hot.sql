-- One product holds 90 % of the rows.
COPY (
  SELECT * EXCLUDE (hot) REPLACE (
    CASE WHEN hot THEN 'XBID_Hour_Power' ELSE Product END AS Product,
    CASE WHEN hot THEN '2023-01-02T10:00:00Z' ELSE DeliveryStart END AS DeliveryStart,
    CASE WHEN hot THEN '2023-01-02T11:00:00Z' ELSE DeliveryEnd END AS DeliveryEnd,
    CASE WHEN hot THEN 'DE' ELSE DeliveryArea END AS DeliveryArea)
  FROM (
    SELECT *, hash(TradeId) % 10 <> 0 AS hot
    FROM read_csv('${input}/*.csv', header = true, comment = '#', all_varchar = true, strict_mode = false))
) TO '${output}/trades.csv' (FORMAT csv, HEADER);
