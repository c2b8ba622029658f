package io.chaoschapters.agent.process;

import java.time.Duration;
import org.apiguardian.api.API;

/** What a program prints as its answer. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ProgramOutput {
  private static final Duration READ_TAKES = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(1);

  private final AgentProcess process;
  private final BoundedText text;

  private ProgramOutput(AgentProcess process, BoundedText text) {
    this.process = process;
    this.text = text;
  }

  /**
   * Begins to read.
   *
   * @param mostBytes how much is kept
   * @param beyond is run once when more has come
   */
  public static ProgramOutput read(AgentProcess process, long mostBytes, Runnable beyond) {
    return new ProgramOutput(
        process, new BoundedText("agent-output", process.output(), mostBytes, beyond));
  }

  /** What has come so far; of a program that has ended all of it. */
  public String text() {
    return text.text(process.isAlive() ? LOOK : READ_TAKES);
  }
}
