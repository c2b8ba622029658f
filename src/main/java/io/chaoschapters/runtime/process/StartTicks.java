package io.chaoschapters.runtime.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * When a process was started, in clock ticks since the machine booted, which setting the machine's
 * clock does not change. Needs nothing but the JDK: the guard uses it too.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class StartTicks {
  /** Which boot of this machine the ticks are counted from; empty where that cannot be told. */
  static final String BOOT = boot();

  /** Its place among the fields after the process's name; it is the 22nd of all. */
  private static final int START_TIME = 19;

  private StartTicks() {}

  private static String boot() {
    try {
      String id = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return id.matches("[0-9a-f-]{1,40}") ? id : "";
    } catch (IOException e) {
      return ""; // not Linux
    }
  }

  /** Empty when the process has ended, and where the process table does not tell. */
  static OptionalLong of(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      return in(Files.readString(stat, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong in(String stat) {
    String[] fields = ProcStat.afterName(stat);
    return fields.length > START_TIME && fields[START_TIME].matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(fields[START_TIME]))
        : OptionalLong.empty();
  }
}
