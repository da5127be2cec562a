-- DuckDB would write the directory of no set as NULL.
COPY (
  SELECT text, coalesce(nullif(meta.pile_set_name, ''), '__HIVE_DEFAULT_PARTITION__') AS set_name
  FROM read_json(
    '${input}/*.jsonl', format = 'newline_delimited', maximum_object_size = 67108864,
    columns = {'text': 'VARCHAR', 'meta': 'STRUCT(pile_set_name VARCHAR)'})
  WHERE length(text) > 100 AND NOT contains(text, 'copyright')
  -- What RE2 calls white space is ASCII only, and no vertical tab.
  QUALIFY row_number() OVER (
    PARTITION BY md5(trim(regexp_replace(text, '[\s\v\x{85}\p{Z}]+', ' ', 'g')))
    ORDER BY nullif(meta.pile_set_name, '') NULLS FIRST, text) = 1
) TO '${output}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (set_name));
