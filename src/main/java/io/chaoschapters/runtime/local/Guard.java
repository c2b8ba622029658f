package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.guard.GuardCommands;
import io.chaoschapters.runtime.process.ProcessIdentity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A small process that outlives the JVM that started it, and cleans up after it.
 *
 * <p>It reads one command a line from its standard input and answers each with {@code ok <number>}:
 *
 * <pre>
 * &lt;number&gt; track &lt;pid&gt; &lt;started&gt;              this process ends with the JVM
 * &lt;number&gt; untrack &lt;pid&gt;                      it has ended
 * &lt;number&gt; arm &lt;pid&gt; &lt;started&gt; &lt;milliseconds&gt;  thaw this process when the time is over
 * &lt;number&gt; disarm &lt;pid&gt;                       it was thawed
 * &lt;number&gt; limit &lt;id&gt; &lt;milliseconds&gt;          end everything when the time is over
 * &lt;number&gt; lift &lt;id&gt;                          cancel that limit
 * &lt;number&gt; bye                                the JVM ends the runtime by itself
 * </pre>
 *
 * <p>When the input ends, the JVM is gone, in whatever way: the guard thaws what is frozen, ends
 * what is tracked or marked, removes the working folder, says the run's last words and exits. It
 * uses nothing but the JDK, so that it starts fast and stays small.
 */
final class Guard {
  private Guard() {}

  /** Takes the mark of the runtime's processes and its working folder. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = GuardCommands.answers();
    ProcessCleanup cleanup = new ProcessCleanup(arguments[0], Path.of(arguments[1]), out);
    cleanup.cleanUp(GuardCommands.obey(out, words -> obey(words, cleanup)));
    System.exit(0);
  }

  private static void obey(String[] words, ProcessCleanup cleanup) {
    switch (words[1]) {
      case "track" -> cleanup.track(identity(words));
      case "untrack" -> cleanup.untrack(Long.parseLong(words[2]));
      case "arm" -> cleanup.arm(identity(words), Long.parseLong(words[4]));
      case "disarm" -> cleanup.disarm(Long.parseLong(words[2]));
      case "limit" -> cleanup.limit(Long.parseLong(words[2]), Long.parseLong(words[3]));
      case "lift" -> cleanup.lift(Long.parseLong(words[2]));
      default -> throw GuardCommands.unknown();
    }
  }

  private static ProcessIdentity identity(String[] words) {
    return ProcessIdentity.parse(words[2], words[3]);
  }
}
