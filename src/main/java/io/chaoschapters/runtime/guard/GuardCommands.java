package io.chaoschapters.runtime.guard;

import io.chaoschapters.text.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** The commands that the JVM which started a guard writes to it. Needs nothing but the JDK. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GuardCommands {
  private GuardCommands() {}

  /** Where a guard answers. */
  public static PrintStream answers() {
    return new PrintStream(System.out, true, StandardCharsets.US_ASCII);
  }

  /**
   * Reads one command a line from the standard input and answers each with {@code ok <number>},
   * until the JVM is gone. All guards know {@code bye}: the JVM ends the runtime by itself.
   *
   * @param command obeys the words of any other command, of which the first two are its number and
   *     its name; throws when it does not know it
   * @return whether the JVM went without a word
   */
  public static boolean obey(PrintStream answers, Consumer<String[]> command) throws IOException {
    boolean cutOff = true;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        String[] words = line.split(" ");
        if (words[1].equals("bye")) {
          cutOff = false;
          answers.println("goodbye");
        } else {
          command.accept(words);
        }
        answers.println("ok " + words[0]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        System.err.println("The guard does not understand '" + line + "': " + Failure.words(e));
      }
    }
    return cutOff;
  }

  /** What a guard says to a command that it does not know. */
  public static IllegalArgumentException unknown() {
    return new IllegalArgumentException("no such command");
  }
}
