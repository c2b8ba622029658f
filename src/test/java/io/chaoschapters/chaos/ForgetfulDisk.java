package io.chaoschapters.chaos;

import io.chaoschapters.run.file.Disk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A disk that knows what is left after the power fails: what was forced to it, and no more. */
public final class ForgetfulDisk implements Disk {
  private final Map<Path, byte[]> contents = new HashMap<>();
  private final Set<Path> names = new HashSet<>();

  @Override
  public void force(Path path, RandomAccessFile file) throws IOException {
    contents.put(path, Files.readAllBytes(path));
    Disk.super.force(path, file);
  }

  @Override
  public void forceNames(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(names::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Disk.super.forceNames(folder);
  }

  /** Removes what would not be there any more. */
  public void losePower(Path file) throws IOException {
    if (!names.contains(file) || !names.contains(file.getParent())) {
      Files.delete(file);
    } else {
      Files.write(file, contents.getOrDefault(file, new byte[0]));
    }
  }
}
