package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.docker.engine.EngineSocket;
import io.chaoschapters.runtime.guard.GuardCommands;
import io.chaoschapters.runtime.guard.LastWords;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A small process that outlives the JVM that started it, and cleans up after it in the engine.
 *
 * <p>It reads one command a line from its standard input and answers each with {@code ok <number>}:
 *
 * <pre>
 * &lt;number&gt; arm &lt;request&gt; &lt;milliseconds&gt;  send this request when the time is over
 * &lt;number&gt; disarm &lt;request&gt;              what it undoes is undone already
 * &lt;number&gt; limit &lt;id&gt; &lt;milliseconds&gt;     remove everything when the time is over
 * &lt;number&gt; lift &lt;id&gt;                     cancel that limit
 * &lt;number&gt; bye                           the JVM ends the runtime by itself
 * </pre>
 *
 * <p>When the input ends, the JVM is gone, in whatever way: the guard removes every container and
 * network that bears the mark of its runtime, says the run's last words, and exits. It does so with
 * and without Testcontainers' own reaper, which may be switched off and waits ten seconds. It uses
 * nothing but the JDK.
 */
final class EngineGuard {
  private EngineGuard() {}

  /** Takes the engine's socket, the mark and the run's folder. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = GuardCommands.answers();
    ContainerCleanup cleanup =
        new ContainerCleanup(new EngineSocket(Path.of(arguments[0])), arguments[1], out);
    boolean cutOff = GuardCommands.obey(out, words -> obey(words, cleanup));
    try {
      cleanup.cleanUp();
    } finally { // an engine that is gone must not keep the run from being told of
      if (cutOff) {
        LastWords.of(Path.of(arguments[2])).speak();
      }
    }
    System.exit(0);
  }

  private static void obey(String[] words, ContainerCleanup cleanup) {
    switch (words[1]) {
      case "arm" -> cleanup.arm(UndoRequest.parse(words[2]), Long.parseLong(words[3]));
      case "disarm" -> cleanup.disarm(words[2]);
      case "limit" -> cleanup.limit(Long.parseLong(words[2]), Long.parseLong(words[3]));
      case "lift" -> cleanup.lift(Long.parseLong(words[2]));
      default -> throw GuardCommands.unknown();
    }
  }
}
