package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsNumbersRightAndTextLeft() {
    String table =
        TextTable.of(
            List.of("rank", "product", "volume"),
            List.of(
                List.of(1, "XBID", new BigDecimal("1234.500000")),
                List.of(10, "X", new BigDecimal("-0.000001"))),
            2);

    assertThat(table.lines())
        .containsExactly(
            "rank  product       volume",
            "----  -------  -----------",
            "   1  XBID     1234.500000",
            "  10  X          -0.000001");
  }

  @Test
  void leavesMissingValuesBlankAndKeepsTheirColumnOfNumbers() {
    String table =
        TextTable.of(
            List.of("score", "rule"), List.of(Arrays.asList(null, "mad"), List.of(2.5, "mad")), 2);

    assertThat(table.lines())
        .containsExactly("score  rule", "-----  ----", "       mad", "  2.5  mad");
  }

  @Test
  void saysHowManyRowsItLeavesOut() {
    assertThat(TextTable.of(List.of("n"), List.of(List.of(1)), 1496))
        .endsWith("and 1,495 more rows\n");
    assertThat(TextTable.of(List.of("n"), List.of(List.of(1)), 2)).endsWith("and 1 more row\n");
    assertThat(TextTable.of(List.of("n"), List.of(), 0)).isEqualTo("n\n-\n");
  }

  @Test
  void cutsLongCellsBetweenCharacters() {
    String cell = cell("\uD83D\uDE00".repeat(40));

    assertThat(cell).isEqualTo("\uD83D\uDE00".repeat(TextTable.WIDEST - 1) + "\u2026");
    assertThat(cell("x".repeat(TextTable.WIDEST))).isEqualTo("x".repeat(TextTable.WIDEST));
  }

  @Test
  void keepsARowOnOneLine() {
    assertThat(cell("a\nb\tc")).isEqualTo("a b c");
  }

  private static String cell(String value) {
    return TextTable.of(List.of("n"), List.of(List.of(value)), 1)
        .lines()
        .skip(2)
        .findFirst()
        .orElseThrow();
  }
}
