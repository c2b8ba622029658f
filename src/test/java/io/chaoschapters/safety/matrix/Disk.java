package io.chaoschapters.safety.matrix;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small disk that is filled in the middle of a fault. */
final class Disk implements AutoCloseable {
  private static final int BLOCK = 64 * 1024;

  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /** Needs the right to mount. */
  static Disk mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", folder.toString());
    return new Disk(folder);
  }

  /** Takes all that is free now; what others give up meanwhile is not taken from them. */
  void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    long free = Files.getFileStore(folder).getUsableSpace();
    for (int size = BLOCK; size > 0; size /= 2) {
      try (OutputStream out = Files.newOutputStream(folder.resolve("filler-" + size))) {
        while (free >= size) {
          out.write(block, 0, size);
          free -= size;
        }
      } catch (IOException e) {
        continue; // full, for a block of this size
      }
    }
  }

  /** What still uses it, after a try that went wrong, does not keep the folder from being free. */
  @Override
  public void close() throws IOException {
    try {
      run("umount", "--lazy", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }
}
