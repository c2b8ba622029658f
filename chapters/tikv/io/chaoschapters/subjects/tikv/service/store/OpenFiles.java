package io.chaoschapters.subjects.tikv.service.store;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How many files this process may have open, and how many TiKV insists on. */
final class OpenFiles {
  private static final long RESERVED = 1_000;
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final int HARD = 4;

  private OpenFiles() {}

  /** What TiKV would need with these settings; for blobs it counts the files of keys twice. */
  static long needed(StoreConfig config) {
    return RESERVED + 2 * config.kvFiles() + config.raftFiles();
  }

  /** What is allowed; empty when nobody tells, or when there is no limit. */
  static OptionalLong allowed() throws IOException {
    if (Files.isReadable(LIMITS)) {
      return allowed(Files.readAllLines(LIMITS));
    }
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? OptionalLong.of(unix.getMaxFileDescriptorCount())
        : OptionalLong.empty();
  }

  /** The hard limit in Linux's list of limits: TiKV raises its own as far as that. */
  static OptionalLong allowed(List<String> limits) {
    return limits.stream()
        .filter(line -> line.startsWith("Max open files"))
        .map(line -> line.split("\\s+")[HARD])
        .filter(hard -> hard.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
