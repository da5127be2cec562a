package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.AvroSchema;
import io.lakebeam.lake.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed schema; {@code -Dlakebeam.update=true} writes it anew. */
class TrainingSchemaTest {
  @Test
  void followsTheDeclarationOfTheTable() throws IOException {
    Path file = Path.of("src/main/resources/schemas", AvroSchema.fileName(TrainingBase.TABLE));
    if (Boolean.getBoolean("lakebeam.update")) {
      Files.writeString(file, AvroSchema.of(TrainingBase.TABLE));
    }
    assertThat(file).hasContent(AvroSchema.of(TrainingBase.TABLE));
  }

  @Test
  void takesAllButNamesAndAnswersAsFeatures() {
    assertThat(TrainingBase.FEATURES)
        .extracting(Column::name)
        .hasSize(17)
        .doesNotContain("user_id", "user_session", "product_id", "purchased", "split");
  }
}
