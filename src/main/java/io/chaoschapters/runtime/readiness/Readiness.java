package io.chaoschapters.runtime.readiness;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentEndedException;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.logs.LastLines;
import io.chaoschapters.runtime.network.PortTakenException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Waits until a process that was just started serves, and tells at once when it never will. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Readiness {
  private static final Duration POLL = Duration.ofMillis(25);
  private static final int SEARCHED_LINES = 200;

  /** A busy engine hands the last lines over seconds after the end, and they name the cause. */
  private static final Duration LOG_WITHIN = Duration.ofSeconds(10);

  private static final Pattern PORT_TAKEN =
      Pattern.compile(
          "address (is )?already in use|address in use|EADDRINUSE|port (\\d+ )?(is )?already in use"
              + "|couldn't bind",
          Pattern.CASE_INSENSITIVE);

  private final ComponentSpec spec;
  private final ComponentLog log;

  public Readiness(ComponentSpec spec, ComponentLog log) {
    this.spec = spec;
    this.log = log;
  }

  /**
   * Returns when the component serves.
   *
   * @throws PortTakenException when its process ended because another one has its port
   * @throws RuntimeFailureException when it is not ready in time or its process ended
   */
  public void await(Component component, Launched child) throws PortTakenException {
    String what = RootLocale.format("component '%s' (%s) ready", spec.id(), spec.role());
    try (ReadyProbe probe = new ReadyProbe(spec, component)) {
      new Wait(what, spec.readyWithin(), POLL)
          .until(() -> child.isAlive() ? probe.look(POLL) : Progress.reached());
    } catch (WaitTimeoutException e) {
      throw new RuntimeFailureException(
          Failure.words(e) + ". Give it more time to get ready, or read its log." + logLines(), e);
    }
    if (!child.isAlive()) {
      child.awaitLog(LOG_WITHIN);
      Optional<String> taken =
          log.last(SEARCHED_LINES).stream()
              .filter(line -> PORT_TAKEN.matcher(line).find())
              .reduce((earlier, later) -> later);
      if (taken.isPresent()) {
        throw new PortTakenException(ended(child, portTaken(taken.get())));
      }
      throw new ComponentEndedException(
          ended(child, advice(child.exitCode())), child.exitCode(), log.last(SEARCHED_LINES));
    }
  }

  /** Numbers that are chosen differ at each attempt, so what is taken each time is a fixed one. */
  private String portTaken(String said) {
    String placeholders =
        spec.ports().stream()
            .map(port -> "{port." + port + "}")
            .collect(Collectors.joining(" or "));
    return RootLocale.format(
        "its port is in use by another program (it said: %s). %s or end the program that has the port",
        said.strip(),
        placeholders.isEmpty()
            ? "Name the port in 'ports', so that a free one is chosen,"
            : "If the number is fixed in its command or files, write " + placeholders + " there,");
  }

  /** Shells, {@code setsid} and container engines use these codes alike. */
  private String advice(int exitCode) {
    LastLines lines = new LastLines(log.last(SEARCHED_LINES));
    String usage =
        "it printed how it is used, so an option in its command is wrong or missing"
            + lines.complaint().map(said -> "; it said: " + said.strip()).orElse("");
    return switch (exitCode) {
      case 0 ->
          lines.hasUsage()
              ? usage
              : "it has done its work, or went on in the background; a component stays in the foreground, so look for an option such as --nodaemon";
      case 126, 127 ->
          "its program cannot be run; look whether it is there, made for this platform, and on a disk that is not mounted noexec";
      case 137 -> "something killed it; look for what did, or free some memory";
      default ->
          lines.causes().stream()
              .reduce((earlier, later) -> later)
              .map(said -> "it said: " + said)
              .orElse(lines.hasUsage() ? usage : "find the cause in its log");
    };
  }

  private String ended(Launched child, String advice) {
    return RootLocale.format(
        "Component '%s' (%s) ended with exit code %d before it was ready: %s.%s",
        spec.id(), spec.role(), child.exitCode(), advice, logLines());
  }

  private String logLines() {
    LastLines lines = new LastLines(log.last(SEARCHED_LINES));
    String shown =
        lines.shown().isEmpty() ? "it printed nothing" : String.join("\n  ", lines.shown());
    return RootLocale.format("%nLast lines of %s:%n  %s", log.file(), shown);
  }
}
