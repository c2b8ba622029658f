package io.chaoschapters.runtime.process;

import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apiguardian.api.API;

/** What a program prints, up to a limit; what is beyond is read and dropped. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BoundedText {
  private static final int CHUNK = 8192;

  private final InputStream in;
  private final long limit;
  private final Runnable beyond;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread reader;
  private long seen;

  /**
   * Begins to read.
   *
   * @param beyond is run once when more than the limit has come
   */
  public BoundedText(String name, InputStream in, long limit, Runnable beyond) {
    this.in = in;
    this.limit = limit;
    this.beyond = beyond;
    this.reader = DaemonThreads.thread(name, this::read);
    reader.start();
  }

  private void read() {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        add(chunk, count);
      }
    } catch (IOException e) {
      synchronized (this) {
        kept.writeBytes(("\n(" + Failure.words(e) + ")").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void add(byte[] chunk, int count) {
    boolean over;
    synchronized (this) {
      int room = (int) Math.min(count, Math.max(0, limit - seen));
      kept.write(chunk, 0, room);
      over = seen <= limit && seen + count > limit;
      seen += count;
    }
    if (over) {
      beyond.run();
    }
  }

  /** What has come, once the program has closed its end, or after a while. */
  public String text(Duration atMost) {
    try {
      reader.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
