package io.chaoschapters.run.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * A file that grows by whole lines. What could be written only in part, as on a full disk, is taken
 * back, so that the next line does not continue it.
 *
 * <p>An interrupted thread can write, too: a channel of NIO would be closed by that. Not
 * thread-safe.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LineFile implements AutoCloseable {
  private final Path path;
  private final RandomAccessFile file;
  private final Disk disk;
  private final Runnable makeRoom;
  private long wholeBytes;

  private LineFile(
      Path path, RandomAccessFile file, Disk disk, long wholeBytes, Runnable makeRoom) {
    this.path = path;
    this.file = file;
    this.disk = disk;
    this.wholeBytes = wholeBytes;
    this.makeRoom = makeRoom;
  }

  /**
   * Opens a file, or begins one.
   *
   * @param wholeBytes how many of its bytes are kept; the rest is cut off
   * @param makeRoom is called once a line could not be written, before it is tried again
   */
  public static LineFile open(Path path, long wholeBytes, Runnable makeRoom) throws IOException {
    return open(path, wholeBytes, makeRoom, Disk.REAL);
  }

  /** As above, with a substitute for fsync, for tests. */
  public static LineFile open(Path path, long wholeBytes, Runnable makeRoom, Disk disk)
      throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    if (file.length() > wholeBytes) {
      file.setLength(wholeBytes);
    }
    file.seek(wholeBytes);
    return new LineFile(path, file, disk, wholeBytes, makeRoom);
  }

  /**
   * Appends a line; {@code durably} means that it is on the disk when this returns.
   *
   * @throws IOException when it could not be written; the file then ends with the line before it
   */
  public void append(String line, boolean durably) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      write(bytes, durably);
    } catch (IOException first) {
      makeRoom.run();
      try {
        write(bytes, durably);
      } catch (IOException second) {
        second.addSuppressed(first);
        throw second;
      }
    }
    wholeBytes += bytes.length;
  }

  private void write(byte[] bytes, boolean durably) throws IOException {
    try {
      file.write(bytes);
      if (durably) {
        disk.force(path, file);
      }
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
  }

  private void takeBack(IOException failure) {
    try {
      file.setLength(wholeBytes);
      file.seek(wholeBytes);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
