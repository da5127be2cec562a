COPY (
  SELECT *, CAST(timezone('UTC', delivery_start) AS DATE) AS delivery_date
  FROM read_csv(
    '${input}/*.csv', header = true, comment = '#', ignore_errors = true,
    columns = {
      'trade_id': 'BIGINT', 'remote_trade_id': 'BIGINT', 'side': 'VARCHAR', 'product': 'VARCHAR',
      'delivery_start': 'TIMESTAMPTZ', 'delivery_end': 'TIMESTAMPTZ', 'execution_time': 'TIMESTAMPTZ',
      'delivery_area': 'VARCHAR', 'trade_phase': 'VARCHAR', 'user_defined_block': 'VARCHAR',
      'self_trade': 'VARCHAR', 'price': 'DECIMAL(18,6)', 'currency': 'VARCHAR', 'volume': 'DECIMAL(18,6)',
      'volume_unit': 'VARCHAR', 'order_id': 'BIGINT'
    })
  WHERE COLUMNS(*) IS NOT NULL
    AND side IN ('BUY', 'SELL')
    AND delivery_end > delivery_start
    AND volume >= 0
) TO '${output}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (delivery_date));
