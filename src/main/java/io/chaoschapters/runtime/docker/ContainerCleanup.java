package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.docker.engine.PlainRequest;
import io.chaoschapters.runtime.guard.Attempts;
import io.chaoschapters.runtime.guard.Deadlines;
import io.chaoschapters.runtime.guard.TimeLimits;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clean-up work of the {@link EngineGuard}. */
final class ContainerCleanup {
  /** The engine names the thing itself "Id"; what it refers to has other names. */
  private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");

  /** A busy engine takes a while to remove a container. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  private static final int NOT_FOUND = 404;

  private final EngineSocket engine;
  private final String mark;
  private final PrintStream out;
  private final Deadlines<String> deadlines = new Deadlines<>();
  private final TimeLimits limits = new TimeLimits(this::limitIsOver);

  ContainerCleanup(EngineSocket engine, String mark, PrintStream out) {
    this.engine = engine;
    this.mark = mark;
    this.out = out;
  }

  void arm(UndoRequest request, long millis) {
    deadlines.arm(request.key(), millis, () -> undoInTime(request));
  }

  void disarm(String key) {
    deadlines.disarm(key);
  }

  private void undoInTime(UndoRequest request) {
    try {
      if (request.send(engine).isGood()) {
        out.println("undid " + request.path());
      }
    } catch (IOException e) {
      System.err.println(request.path() + " was not answered: " + e);
    }
  }

  void limit(long id, long millis) {
    limits.limit(id, millis);
  }

  void lift(long id) {
    limits.lift(id);
  }

  /** The JVM is there, but has not undone a fault in its time. */
  private void limitIsOver() {
    try {
      removeContainers();
    } catch (IOException e) {
      throw new UncheckedIOException("not everything could be ended: " + Failure.words(e), e);
    }
    out.println("ended everything");
  }

  /**
   * Removes what bears the mark; a container that is made at this very moment is found the second
   * time. What fails is tried again a few times.
   *
   * @throws IOException when something may be left
   */
  void cleanUp() throws IOException {
    deadlines.end();
    limits.end();
    // Commands of the run on this machine, such as one that injects a fault.
    OwnedProcesses.markedWith(mark)
        .forEach(command -> command.find().ifPresent(ProcessHandle::destroyForcibly));
    Attempts.at(this::removeAll);
  }

  private void removeAll() throws IOException {
    removeContainers();
    removeContainers();
    remove(marked("/networks?"), "/networks/%s");
  }

  private void removeContainers() throws IOException {
    remove(marked("/containers/json?all=1&"), "/containers/%s?force=1&v=1");
  }

  /** A container that cannot be removed does not stop the removal of the others. */
  private void remove(List<String> ids, String path) throws IOException {
    List<String> left = new ArrayList<>();
    for (String id : ids) {
      try {
        PlainRequest.Answer answer =
            engine.ask("DELETE", RootLocale.format(path, id), ANSWER_WITHIN);
        if (!answer.isGood() && answer.status() != NOT_FOUND) {
          left.add(id + ": " + answer);
        }
      } catch (IOException e) {
        left.add(id + ": " + e);
      }
    }
    if (!left.isEmpty()) {
      throw new IOException("could not be removed: " + String.join("; ", left));
    }
  }

  private List<String> marked(String path) throws IOException {
    String filter = "{\"label\":[\"" + RunLabels.MARK + "=" + mark + "\"]}";
    String encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8);
    PlainRequest.Answer answer = engine.ask("GET", path + "filters=" + encoded, ANSWER_WITHIN);
    if (!answer.isGood()) {
      throw new IOException("the engine does not say what there is: " + answer);
    }
    List<String> ids = new ArrayList<>();
    Matcher matcher = ID.matcher(answer.body());
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }
}
