package io.chaoschapters.session;

import io.chaoschapters.waiting.DaemonThreads;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this JVM, as a signal would, once the Maven that forked it is gone.
 *
 * <p>Surefire does so too, but writes a thread dump first, which fails when a thread ends at that
 * moment (3.5.6, {@code ForkedBooter.generateThreadDump}); the forked JVM would then keep running
 * as an orphan. A JVM that was not forked by Maven is not watched.
 */
final class BuildWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BuildWatch.class);
  private static final String COMMAND = "sun.java.command";
  private static final String FORK = "surefirebooter";
  private static final long LOOK_EVERY_MILLIS = 500;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("build-watch"));

  private BuildWatch(Optional<ProcessHandle> build, Runnable whenGone) {
    build.ifPresent(
        process ->
            clock.scheduleWithFixedDelay(
                () -> look(process, whenGone), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** Watches until it is closed. */
  static BuildWatch begin() {
    return of(build(), () -> System.exit(1));
  }

  /**
   * As above, for any process.
   *
   * @param build the process; none means that nothing is watched
   * @param whenGone is called once, by a thread of its own
   */
  static BuildWatch of(Optional<ProcessHandle> build, Runnable whenGone) {
    return new BuildWatch(build, whenGone);
  }

  private void look(ProcessHandle build, Runnable whenGone) {
    if (!build.isAlive()) {
      LOG.warn("The build (process {}) is gone, so the run ends here.", build.pid());
      clock.shutdown();
      whenGone.run();
    }
  }

  /** The nearest JVM that this one descends from; a shell may stand between them. */
  private static Optional<ProcessHandle> build() {
    if (!System.getProperty(COMMAND, "").contains(FORK)) {
      return Optional.empty();
    }
    return Stream.iterate(
            ProcessHandle.current().parent(),
            Optional::isPresent,
            ancestor -> ancestor.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .filter(BuildWatch::isJvm)
        .findFirst();
  }

  private static boolean isJvm(ProcessHandle process) {
    return process.info().command().filter(program -> program.endsWith("java")).isPresent();
  }

  /** Waits for nothing: what has been called may be what closes it. */
  @Override
  public void close() {
    clock.shutdown();
  }
}
