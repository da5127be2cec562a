package io.lakebeam.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/** The values of one column in a batch. Parquet's column reader pushes them one by one. */
abstract class Vector extends PrimitiveConverter {
  int size;

  void clear() {
    size = 0;
  }

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
