-- What RE2 calls white space is ASCII only, and no vertical tab.
CREATE MACRO folded(text) AS trim(regexp_replace(text, '[\s\v\x{85}\p{Z}]+', ' ', 'g'));

-- To fold every text would be most of the work. Texts that differ in white space only have the same
-- first words, so only those are folded that share them with another one.
CREATE MACRO first_words(text) AS
  folded(regexp_extract(text, '^(?:[\s\v\x{85}\p{Z}]*[^\s\v\x{85}\p{Z}]+){1,8}'));

CREATE TABLE shared AS
  SELECT first_words(text) AS words FROM documents GROUP BY ALL HAVING count(*) > 1;

COPY (
  SELECT text, set_name FROM documents WHERE first_words(text) NOT IN (FROM shared)
  UNION ALL
  SELECT text, set_name FROM documents WHERE first_words(text) IN (FROM shared)
  -- A text of no set comes first.
  QUALIFY row_number() OVER (
    PARTITION BY md5(folded(text))
    ORDER BY nullif(set_name, '__HIVE_DEFAULT_PARTITION__') NULLS FIRST, text) = 1
) TO '${output}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (set_name));
