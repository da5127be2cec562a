package io.lakebeam.sort;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.Utf8Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {
  private final RecordWriter writer = new RecordWriter();
  private final RecordReader reader = new RecordReader();

  private void readWritten() {
    reader.reset(writer.bytes(), 0, writer.keyLength());
  }

  @Test
  void holdBytesThatAreAllEscaped() {
    byte[] zeros = new byte[3000];

    writer.putBytes(zeros).putBytes(new byte[] {1, 0, 2, 3}, 1, 2).endKey();
    readWritten();

    assertThat(reader.getBytes()).isEqualTo(zeros);
    assertThat(reader.getBytes()).containsExactly(0, 2);
  }

  @Test
  void holdATextThatEndsTheKeyWithoutACopy() {
    byte[] bytes = "<a\0b>".getBytes(StandardCharsets.UTF_8);
    Utf8Text text = new Utf8Text();
    text.set(bytes, 1, 3);

    writer.putLong(7).endKey(text).putLong(8);
    readWritten();
    Utf8Text read = new Utf8Text();

    assertThat(reader.getLong()).isEqualTo(7);
    reader.getEndOfKey(read);
    assertThat(read).hasToString("a\0b");
    assertThat(read.bytes()).isSameAs(writer.bytes());
    assertThat(reader.getLong()).isEqualTo(8);
  }
}
