package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.support.Deadlines;
import io.chaoschapters.runtime.support.TimeLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the {@link EngineGuard} has to do, and does when its time has come. */
final class EngineDuty {
  /** The engine names the thing itself "Id"; what it refers to has other names. */
  private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");

  private final EngineSocket engine;
  private final String mark;
  private final PrintStream out;
  private final Deadlines<String> deadlines = new Deadlines<>();
  private final TimeLimits limits = new TimeLimits(this::limitIsOver);

  EngineDuty(EngineSocket engine, String mark, PrintStream out) {
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
    out.println("ended everything");
    try {
      removeContainers();
    } catch (IOException e) {
      System.err.println("Not everything could be ended: " + e);
    }
  }

  /**
   * Removes what bears the mark; a container that is made at this very moment is found the second
   * time.
   */
  void cleanUp() throws IOException {
    deadlines.end();
    limits.end();
    removeContainers();
    removeContainers();
    for (String network : marked("/networks?")) {
      report(engine.ask("DELETE", "/networks/" + network), network);
    }
  }

  private void removeContainers() throws IOException {
    for (String container : marked("/containers/json?all=1&")) {
      report(engine.ask("DELETE", "/containers/" + container + "?force=1&v=1"), container);
    }
  }

  private List<String> marked(String path) throws IOException {
    String filter = "{\"label\":[\"" + RunLabels.MARK + "=" + mark + "\"]}";
    PlainRequest.Answer answer =
        engine.ask("GET", path + "filters=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    List<String> ids = new ArrayList<>();
    Matcher matcher = ID.matcher(answer.body());
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  private static void report(PlainRequest.Answer answer, String what) {
    if (!answer.isGood()) {
      System.err.println(what + " could not be removed: " + answer);
    }
  }
}
