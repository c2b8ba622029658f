package io.chaoschapters.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The physical memory that a process holds, by Linux's {@code /proc/<pid>/status}. */
public final class ResidentMemory {
  private ResidentMemory() {}

  /** In KiB, of a process by its number, or of the caller by {@code self}. */
  public static long kib(String process) throws IOException {
    try (Stream<String> status = Files.lines(Path.of("/proc", process, "status"))) {
      return status
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
