package io.chaoschapters.diagnosis.llm.llama;

import io.chaoschapters.text.RootLocale;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads little-endian values, and counts the bytes. */
final class GgufReader {
  private final InputStream in;
  private long position;

  GgufReader(InputStream in) {
    this.in = in;
  }

  long position() {
    return position;
  }

  int int32() throws IOException {
    return bytes(Integer.BYTES).getInt();
  }

  long int64() throws IOException {
    return bytes(Long.BYTES).getLong();
  }

  /** A length or a count that must not be absurd. */
  long count(String what, long most) throws IOException {
    long count = int64();
    if (count < 0 || count > most) {
      throw new NotGgufException(RootLocale.format("it claims to have %d %s", count, what));
    }
    return count;
  }

  String text() throws IOException {
    byte[] bytes = new byte[(int) count("bytes in one name", 1 << 20)];
    fill(bytes);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  void skip(long count) throws IOException {
    in.skipNBytes(count);
    position += count;
  }

  private ByteBuffer bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    fill(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void fill(byte[] bytes) throws IOException {
    if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
      throw new EOFException();
    }
    position += bytes.length;
  }
}
