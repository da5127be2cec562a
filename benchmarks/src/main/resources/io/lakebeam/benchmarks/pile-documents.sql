-- What the Pile's jobs have in common. DuckDB would write the directory of no set as NULL.
CREATE VIEW documents AS
  SELECT text, coalesce(nullif(meta.pile_set_name, ''), '__HIVE_DEFAULT_PARTITION__') AS set_name
  FROM read_json(
    '${input}/*.jsonl', format = 'newline_delimited', maximum_object_size = 67108864,
    columns = {'text': 'VARCHAR', 'meta': 'STRUCT(pile_set_name VARCHAR)'})
  WHERE length(text) > 100 AND NOT contains(text, 'copyright');
