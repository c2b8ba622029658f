package io.chaoschapters.metrics;

import io.chaoschapters.http.BoundedBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The one encoding that Prometheus asks for. */
final class Gzip {
  static final String NAME = "gzip";

  private Gzip() {}

  /** Unpacks up to a limit: a few bytes may stand for gigabytes. */
  static byte[] unpacked(byte[] packed, int limit) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new BoundedBody.TooLargeException(limit);
      }
      return bytes;
    }
  }
}
