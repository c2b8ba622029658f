package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.GoJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where PD keeps what it must know after a restart. */
final class PdDisk {
  private final Path folder;

  /** Makes the folder if there is none. */
  PdDisk(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  private Path data() {
    return folder.resolve("pd.json");
  }

  private Path lease() {
    return folder.resolve("leader-lease");
  }

  Optional<PdData> load() throws IOException {
    return Files.exists(data())
        ? Optional.of(GoJson.read(Files.readAllBytes(data()), PdData.class))
        : Optional.empty();
  }

  /** Replaces what was kept before, as a whole. */
  void save(PdData content) {
    Path part = folder.resolve("pd.json.part");
    try {
      try (FileChannel file =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(GoJson.compact(content));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      Files.move(part, data(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("PD cannot write to " + folder, e);
    }
  }

  /** Whether an earlier run was killed as PD's leader: its lease must run out first. */
  boolean takeLease() throws IOException {
    boolean taken = Files.exists(lease());
    Files.writeString(lease(), "");
    return taken;
  }

  /** An orderly stop gives the lease back. */
  void returnLease() throws IOException {
    Files.deleteIfExists(lease());
  }
}
