package io.chaoschapters.diagnosis.llm.llama;

import io.chaoschapters.text.RootLocale;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the head of a GGUF file says about its length.
 *
 * @param wholeBytes how long the file must be at least
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
 */
record GgufHeader(long wholeBytes) {
  private static final int MAGIC = 0x46554747; // "GGUF"
  private static final int MOST_TENSORS = 1 << 20;
  private static final long MOST_VALUES = 1L << 28;
  private static final int STRING = 8;
  private static final int ARRAY = 9;
  private static final int UINT32 = 4;

  /** Bytes of each type of value; strings and arrays have none. */
  private static final int[] VALUE_BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

  /** Types of tensors that are known here: elements of a block, and its bytes. */
  private static final Map<Integer, int[]> BLOCKS =
      Map.ofEntries(
          Map.entry(0, new int[] {1, 4}),
          Map.entry(1, new int[] {1, 2}),
          Map.entry(2, new int[] {32, 18}),
          Map.entry(3, new int[] {32, 20}),
          Map.entry(6, new int[] {32, 22}),
          Map.entry(7, new int[] {32, 24}),
          Map.entry(8, new int[] {32, 34}),
          Map.entry(10, new int[] {256, 84}),
          Map.entry(11, new int[] {256, 110}),
          Map.entry(12, new int[] {256, 144}),
          Map.entry(13, new int[] {256, 176}),
          Map.entry(14, new int[] {256, 210}),
          Map.entry(30, new int[] {1, 2}));

  static GgufHeader read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(new GgufReader(in));
    } catch (EOFException e) {
      return new GgufHeader(Files.size(file) + 1);
    }
  }

  private static GgufHeader read(GgufReader in) throws IOException {
    if (in.int32() != MAGIC) {
      throw new NotGgufException("it does not begin with GGUF");
    }
    int version = in.int32();
    if (version < 2 || version > 3) {
      throw new NotGgufException(
          RootLocale.format("it is GGUF of version %d, and 2 and 3 are known", version));
    }
    long tensors = in.count("tensors", MOST_TENSORS);
    long values = in.count("values", MOST_TENSORS);
    long alignment = alignment(in, values);
    long data = 0;
    for (long i = 0; i < tensors; i++) {
      data = Math.max(data, tensorEnd(in));
    }
    long start = (in.position() + alignment - 1) / alignment * alignment;
    return new GgufHeader(start + data);
  }

  private static long alignment(GgufReader in, long values) throws IOException {
    long alignment = 32;
    for (long i = 0; i < values; i++) {
      String key = in.text();
      int type = in.int32();
      if (key.equals("general.alignment") && type == UINT32) {
        alignment = Math.max(1, in.int32());
      } else {
        skip(in, type, 0);
      }
    }
    return alignment;
  }

  private static void skip(GgufReader in, int type, int depth) throws IOException {
    if (type == STRING) {
      in.skip(in.count("bytes in one text", MOST_VALUES));
    } else if (type == ARRAY && depth < 4) {
      int element = in.int32();
      long count = in.count("values in one list", MOST_VALUES);
      if (element == STRING || element == ARRAY) {
        for (long i = 0; i < count; i++) {
          skip(in, element, depth + 1);
        }
      } else {
        in.skip(count * bytes(element));
      }
    } else {
      in.skip(bytes(type));
    }
  }

  private static int bytes(int type) throws IOException {
    if (type < 0 || type >= VALUE_BYTES.length || VALUE_BYTES[type] == 0) {
      throw new NotGgufException(
          RootLocale.format("it holds values of type %d, which is not known", type));
    }
    return VALUE_BYTES[type];
  }

  /** Where a tensor ends, from the beginning of the data; a type not known here counts nothing. */
  private static long tensorEnd(GgufReader in) throws IOException {
    in.text();
    int dimensions = in.int32();
    if (dimensions < 0 || dimensions > 8) {
      throw new NotGgufException(
          RootLocale.format("a tensor claims to have %d dimensions", dimensions));
    }
    long elements = 1;
    for (int i = 0; i < dimensions; i++) {
      elements *= in.int64();
    }
    int[] block = BLOCKS.get(in.int32());
    long offset = in.int64();
    return block == null ? offset : offset + elements / block[0] * block[1];
  }
}
