package io.chaoschapters.trials;

import com.sun.management.OperatingSystemMXBean;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import io.chaoschapters.text.RootLocale;
import java.lang.management.ManagementFactory;

/** How many clusters run side by side, and how many of them a machine can hold. */
final class Clusters {
  /**
   * A cluster waits most of its time: for an effect to show, for the end of a fault. With more than
   * these on a processor their starts and their faults would disturb each other's measurements.
   */
  private static final int A_PROCESSOR = 4;

  /** A few JVMs or servers, with a metrics store and a diagnoser of its own. */
  private static final long BYTES_EACH = 1L << 30;

  private final int processors;
  private final long memory;

  /**
   * On a machine.
   *
   * @param processors at least 1
   * @param memory in bytes
   */
  Clusters(int processors, long memory) {
    this.processors = processors;
    this.memory = memory;
  }

  static Clusters ofThisMachine() {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return new Clusters(Runtime.getRuntime().availableProcessors(), memory);
  }

  /** At least one. */
  int atMost() {
    return (int) Math.max(1, Math.min((long) processors * A_PROCESSOR, memory / BYTES_EACH));
  }

  /**
   * How many are wanted.
   *
   * @throws InvalidSettingException when it is no number, or more than the machine can hold
   */
  int wanted(Settings settings) {
    SettingValue wanted = settings.value(TrialSettings.PARALLEL);
    if (!wanted.value().matches("[1-9]\\d{0,8}")) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials.parallel' must be a whole number, 1 or more, but is '%s' (from %s).",
              wanted.value(), wanted.origin()));
    }
    int count = Integer.parseInt(wanted.value());
    if (count > atMost()) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'trials.parallel' is %d (from %s), but %d processors and %.1f GiB of memory hold at most %d clusters side by side (%d a processor, 1 GiB each): use -Dtrials.parallel=%d or less.",
              count,
              wanted.origin(),
              processors,
              memory / (double) (1L << 30),
              atMost(),
              A_PROCESSOR,
              atMost()));
    }
    return count;
  }
}
