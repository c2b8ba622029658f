package io.chaoschapters.agent;

import io.chaoschapters.agent.process.AgentProcess;
import io.chaoschapters.text.RootLocale;

/** Why agents end with an error. */
final class Failures {
  private Failures() {}

  static String exit(AgentProcess process) {
    String words = process.lastWords();
    return RootLocale.format(
        "it ended with exit code %d%s",
        process.exitCode(), words.isEmpty() ? "" : " and said: " + words);
  }
}
