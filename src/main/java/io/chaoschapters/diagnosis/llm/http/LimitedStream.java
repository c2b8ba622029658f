package io.chaoschapters.diagnosis.llm.http;

import io.chaoschapters.text.RootLocale;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a body that does not end by itself. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long read;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) throws IOException {
    read += bytes;
    if (read > limit) {
      throw new IOException(RootLocale.format("the answer is longer than %d bytes", limit));
    }
  }
}
