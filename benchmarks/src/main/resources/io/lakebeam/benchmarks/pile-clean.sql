-- DuckDB would write the directory of no set as NULL.
COPY (
  SELECT text, coalesce(nullif(meta.pile_set_name, ''), '__HIVE_DEFAULT_PARTITION__') AS set_name
  FROM read_json(
    '${input}/*.jsonl', format = 'newline_delimited', maximum_object_size = 67108864,
    columns = {'text': 'VARCHAR', 'meta': 'STRUCT(pile_set_name VARCHAR)'})
  WHERE length(text) > 100 AND NOT contains(text, 'copyright')
) TO '${output}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (set_name));
