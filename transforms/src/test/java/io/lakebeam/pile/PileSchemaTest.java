package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.AvroSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed schema; {@code -Dlakebeam.update=true} writes it anew. */
class PileSchemaTest {
  @Test
  void followsTheDeclarationOfTheTable() throws IOException {
    Path file = Path.of("src/main/resources/schemas", AvroSchema.fileName(Document.TABLE));
    if (Boolean.getBoolean("lakebeam.update")) {
      Files.writeString(file, AvroSchema.of(Document.TABLE));
    }
    assertThat(file).hasContent(AvroSchema.of(Document.TABLE));
  }
}
