package io.lakebeam.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column in a batch. They come by the page, or from Parquet's column reader one
 * by one.
 */
abstract class Vector extends PrimitiveConverter {
  int size;

  void clear() {
    size = 0;
  }

  /** Adds the values of ids of the dictionary that was set last. */
  abstract void addFromDictionary(int[] ids, int count);

  /** Adds values that follow one another in a little-endian buffer. */
  abstract void addPlain(ByteBuffer page, int count);

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  /** A column of longs. */
  static final class Longs extends Vector {
    final long[] values;
    private long[] dictionary = new long[0];

    Longs(int capacity) {
      values = new long[capacity];
    }

    @Override
    public void addLong(long value) {
      values[size++] = value;
    }

    @Override
    public void setDictionary(Dictionary ids) {
      dictionary = new long[ids.getMaxId() + 1];
      for (int id = 0; id < dictionary.length; id++) {
        dictionary[id] = ids.decodeToLong(id);
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      values[size++] = dictionary[id];
    }

    @Override
    void addFromDictionary(int[] ids, int count) {
      for (int i = 0; i < count; i++) {
        values[size + i] = dictionary[ids[i]];
      }
      size += count;
    }

    @Override
    void addPlain(ByteBuffer page, int count) {
      page.asLongBuffer().get(values, size, count);
      page.position(page.position() + count * Long.BYTES);
      size += count;
    }
  }

  /** A column of texts, as ids that hold for the whole scan. */
  static final class Texts extends Vector {
    final int[] ids;
    private final List<String> texts = new ArrayList<>();
    private final Map<Binary, Integer> idOf = new HashMap<>();
    private int[] dictionary = new int[0];

    Texts(int capacity) {
      ids = new int[capacity];
    }

    String text(int id) {
      return texts.get(id);
    }

    @Override
    public void addBinary(Binary value) {
      ids[size++] = id(value);
    }

    @Override
    public void setDictionary(Dictionary chunk) {
      dictionary = new int[chunk.getMaxId() + 1];
      for (int id = 0; id < dictionary.length; id++) {
        dictionary[id] = id(chunk.decodeToBinary(id));
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      ids[size++] = dictionary[id];
    }

    @Override
    void addFromDictionary(int[] pageIds, int count) {
      for (int i = 0; i < count; i++) {
        ids[size + i] = dictionary[pageIds[i]];
      }
      size += count;
    }

    @Override
    void addPlain(ByteBuffer page, int count) {
      for (int i = 0; i < count; i++) {
        int length = page.getInt();
        addBinary(Binary.fromReusedByteArray(page.array(), page.position(), length));
        page.position(page.position() + length);
      }
    }

    private int id(Binary value) {
      @Nullable Integer known = idOf.get(value);
      if (known != null) {
        return known;
      }
      int id = texts.size();
      texts.add(value.toStringUsingUTF8());
      idOf.put(value.copy(), id);
      return id;
    }
  }
}
