package io.lakebeam.flights;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.AvroSchema;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed schemas are those of the tables; {@code -Dlakebeam.update=true} writes them anew.
 */
class FlightSchemaFilesTest {
  static Stream<Table<?>> tables() {
    return Stream.concat(Stream.of(RawFlights.table()), Indicator.tables().stream());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void followTheDeclarationOfTheTable(Table<?> table) throws IOException {
    Path file = Path.of("src/main/resources/schemas", AvroSchema.fileName(table));
    if (Boolean.getBoolean("lakebeam.update")) {
      Files.writeString(file, AvroSchema.of(table));
    }
    assertThat(file).hasContent(AvroSchema.of(table));
  }
}
