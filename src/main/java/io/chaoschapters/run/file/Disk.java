package io.chaoschapters.run.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;

/** How what was written gets past the memory of the operating system, so that it outlives it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Disk {
  /** The machine's. */
  Disk REAL = new Disk() {};

  /** Returns once the content of a file is on the disk. */
  default void force(Path path, RandomAccessFile file) throws IOException {
    file.getFD().sync();
  }

  /**
   * Returns once the names in a folder are on the disk. There are file systems that offer nothing
   * for it, so that nothing can be done there.
   */
  default void forceNames(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      return; // as said above
    }
  }
}
