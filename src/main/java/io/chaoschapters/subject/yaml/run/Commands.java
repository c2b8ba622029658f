package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.subject.yaml.ask.Answer;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;

/** Runs commands that have to do what they are for. */
final class Commands {
  private static final int LONGEST = 200;

  private Commands() {}

  /**
   * Runs one after the other.
   *
   * @param limit what limits their time, a noun phrase
   * @throws IllegalStateException at the first that fails, with what it printed
   */
  static void run(List<CommandQuestion> commands, Names names, Duration within, String limit) {
    for (CommandQuestion command : commands) {
      Answer answer = command.ask(names, within);
      if (!answer.isThere()) {
        throw new IllegalStateException(answer.textWith(limit));
      }
      if (answer.code() != 0) {
        throw new IllegalStateException(
            RootLocale.format(
                "'%s' ended with exit code %d: %s",
                command.words(names), answer.code(), printed(answer.text())));
      }
    }
  }

  private static String printed(String output) {
    String line = output.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "it printed nothing.";
    }
    return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
  }
}
