-- What the refining jobs have in common.
CREATE VIEW trades AS
  SELECT * FROM read_parquet('${input}/**/[!_.]*.parquet', hive_partitioning = true) WHERE side = 'SELL';

CREATE MACRO half_even(dividend, divisor) AS
  dividend // divisor
    + CASE
        WHEN 2 * (dividend % divisor) > divisor THEN 1
        WHEN 2 * (dividend % divisor) = divisor THEN (dividend // divisor) % 2
        ELSE 0
      END;

-- A decimal(38,6) over a count, exact and rounded once; DuckDB's own avg is a double.
CREATE MACRO average(total, n) AS
  CAST(sign(total) * half_even(CAST(abs(total) * 1000000 AS HUGEINT), n) AS DECIMAL(18,0)) * 0.000001;
