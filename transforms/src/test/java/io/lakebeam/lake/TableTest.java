package io.lakebeam.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  private static final Table<String> TABLE =
      Table.<String>named("gold/words/short", "A word.")
          .text("word", word -> word)
          .int32("length", String::length)
          .partitionedByText("initial", word -> word.substring(0, 1));

  @Test
  void aCopyKeepsWhatEarlierOnesSet() {
    Table<StoredRow> copy =
        TABLE
            .within("gold/words")
            .storedAs(TableFormat.CSV)
            .compressed(PageCompression.SNAPPY)
            .inPartition("a")
            .without("length")
            .stored();

    assertThat(copy.name()).isEqualTo("gold/words/short");
    assertThat(copy.doc()).isEqualTo("A word.");
    assertThat(copy.directory()).isEqualTo("short/");
    assertThat(copy.format()).isEqualTo(TableFormat.CSV);
    assertThat(copy.compression()).isEqualTo(PageCompression.SNAPPY);
    assertThat(copy.onlyPartition()).isEqualTo("initial=a/");
    assertThat(copy.columns()).extracting(Column::name).containsExactly("word");
    assertThat(copy.partitions()).extracting(Column::name).containsExactly("initial");
  }

  @Test
  void aCopyLeavesTheTableAsItIs() {
    TABLE.storedAs(TableFormat.CSV).without("length").within("gold/words");

    assertThat(TABLE.format()).isEqualTo(TableFormat.PARQUET);
    assertThat(TABLE.directory()).isEmpty();
    assertThat(TABLE.columns()).hasSize(2);
  }
}
