package io.lakebeam.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column chunk, decoded by the page: Parquet's own reader decodes by the value,
 * through half a dozen calls each, which was a third of a refining job.
 */
final class ColumnPages implements ColumnValues {
  /** The levels of required columns are not stored; RLE and BIT_PACKED name their encoding. */
  private static final Set<Encoding> KNOWN =
      EnumSet.of(
          Encoding.PLAIN,
          Encoding.PLAIN_DICTIONARY,
          Encoding.RLE_DICTIONARY,
          Encoding.RLE,
          Encoding.BIT_PACKED);

  private final PageReader pages;
  private final Vector vector;
  private final int[] ids;
  private ByteBuffer page = ByteBuffer.allocate(0);
  private @Nullable DictionaryIds pageIds;
  private int left;

  ColumnPages(ColumnDescriptor column, PageReader pages, Vector vector, int mostValues) {
    this.pages = pages;
    this.vector = vector;
    this.ids = new int[mostValues];
    DictionaryPage dictionary = pages.readDictionaryPage();
    if (dictionary != null) {
      try {
        vector.setDictionary(dictionary.getEncoding().initDictionary(column, dictionary));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether this class can read a chunk: required int64 or text, plain or with a dictionary. */
  static boolean canRead(ColumnDescriptor column, ColumnChunkMetaData chunk) {
    PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
    return column.getMaxDefinitionLevel() == 0
        && (type == PrimitiveTypeName.INT64 || type == PrimitiveTypeName.BINARY)
        && KNOWN.containsAll(chunk.getEncodings());
  }

  @Override
  public boolean fill(int size) {
    vector.clear();
    while (vector.size < size) {
      if (left == 0) {
        nextPage();
      }
      int some = Math.min(left, size - vector.size);
      if (pageIds != null) {
        pageIds.read(ids, some);
        vector.addFromDictionary(ids, some);
      } else {
        vector.addPlain(page, some);
      }
      left -= some;
    }
    return true;
  }

  private void nextPage() {
    DataPage next = pages.readPage();
    if (next == null) {
      throw new ParquetDecodingException("a column has fewer values than its row group has rows");
    }
    left = next.getValueCount();
    page =
        bytes(
            next instanceof DataPageV2
                ? ((DataPageV2) next).getData()
                : ((DataPageV1) next).getBytes());
    Encoding encoding =
        next instanceof DataPageV2
            ? ((DataPageV2) next).getDataEncoding()
            : ((DataPageV1) next).getValueEncoding();
    pageIds = encoding.usesDictionary() ? new DictionaryIds(page) : null;
  }

  private static ByteBuffer bytes(BytesInput input) {
    try {
      return ByteBuffer.wrap(input.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
