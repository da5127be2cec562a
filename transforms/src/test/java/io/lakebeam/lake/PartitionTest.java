package io.lakebeam.lake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {
  @ParameterizedTest
  @CsvSource({
    "Pile-CC, set_name=Pile-CC",
    "a/b, set_name=a%2Fb",
    "a=b, set_name=a%3Db",
    "50%, set_name=50%25",
    "x:y*z?, set_name=x%3Ay%2Az%3F",
    "ü, set_name=ü",
  })
  void escapesAsHiveDoes(String value, String directory) {
    assertThat(Partition.directory("set_name", value)).isEqualTo(directory);
  }

  @Test
  void namesNullAndEmptyAsHiveDoes() {
    assertThat(Partition.directory("a", null)).isEqualTo("a=__HIVE_DEFAULT_PARTITION__");
    assertThat(Partition.directory("a", "")).isEqualTo("a=__HIVE_DEFAULT_PARTITION__");
    assertThat(Partition.value("a=__HIVE_DEFAULT_PARTITION__")).isNull();
  }

  @Property
  void givesEveryValueBack(@ForAll @StringLength(min = 1, max = 20) String value) {
    String wellFormed = value.replaceAll("[\\ud800-\\udfff]", "x");
    assertThat(Partition.value(Partition.directory("a", wellFormed))).isEqualTo(wellFormed);
  }
}
