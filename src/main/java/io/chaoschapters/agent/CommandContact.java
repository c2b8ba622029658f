package io.chaoschapters.agent;

import io.chaoschapters.agent.process.AgentProcess;
import io.chaoschapters.runtime.process.BoundedText;
import java.io.IOException;

/** Runs a program, and takes what it prints for its answer if it hands in none. */
final class CommandContact implements Contact {
  @Override
  public Heard ask(OpenQuestion question, Surroundings around)
      throws IOException, InterruptedException {
    try (AgentProcess process = around.start(question)) {
      process.input().close();
      BoundedText output =
          process.read(
              question.limits().bytes(), () -> question.tooMuch("it printed more than it may"));
      process.whenEnded(question.end()::reached);
      question.end().await();
      return heard(process, output);
    }
  }

  private static Heard heard(AgentProcess process, BoundedText output) {
    String said = process.whole(output);
    if (process.isAlive() || process.exitCode() == 0) {
      return new Heard(said, null);
    }
    return new Heard(said, Failures.exit(process));
  }
}
