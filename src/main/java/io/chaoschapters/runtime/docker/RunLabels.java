package io.chaoschapters.runtime.docker;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Labels by which everybody can see to which run a container belongs. */
final class RunLabels {
  /** The run's id, as in its folder's name. */
  static final String RUN = "io.chaoschapters.run";

  /** The component's id. */
  static final String COMPONENT = "io.chaoschapters.component";

  /** A random text: one for each runtime that was opened. */
  static final String MARK = "io.chaoschapters.mark";

  /** The JVM that it belongs to: host, process id and start time. */
  static final String OWNER = "io.chaoschapters.owner";

  private static final long TOLERANCE_MILLIS = 2_000;

  private RunLabels() {}

  static Map<String, String> of(String run, String mark) {
    return Map.of(RUN, run, MARK, mark, OWNER, owner(ProcessHandle.current()));
  }

  static String owner(ProcessHandle process) {
    long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    return host() + "/" + process.pid() + "/" + started;
  }

  /** Process ids mean something on their own machine (or in their own container) only. */
  private static String host() {
    return Optional.ofNullable(System.getenv("HOSTNAME")).filter(h -> !h.isBlank()).orElse("-");
  }

  /** Whether it is sure that the owner is gone: another machine's processes cannot be seen. */
  static boolean isOwnerGone(String owner) {
    String[] parts = owner.split("/");
    if (parts.length != 3 || !parts[0].equals(host())) {
      return false;
    }
    try {
      long started = Long.parseLong(parts[2]);
      return ProcessHandle.of(Long.parseLong(parts[1]))
          .flatMap(process -> process.info().startInstant())
          .filter(start -> Math.abs(start.toEpochMilli() - started) <= TOLERANCE_MILLIS)
          .isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
