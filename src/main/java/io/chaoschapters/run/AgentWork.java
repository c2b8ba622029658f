package io.chaoschapters.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How an agent came to its answer, as seen from outside.
 *
 * @param kind how it is reached: command, acp, http or mcp
 * @param isolation what kept it from the rest of the machine, in a few words
 * @param ending how it came to its end
 * @param calls how often it used a tool; what was refused is not among them
 * @param bytes what the tools answered, in bytes
 * @param firstCallSeconds from the question to its first use of a tool; null when it used none
 * @param permissions how often it asked to do something else than use the tools it was given
 * @param trajectory the file with every step, by its name in the run's folder; null when there is
 *     none
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record AgentWork(
    String kind,
    String isolation,
    Ending ending,
    int calls,
    long bytes,
    @Nullable Double firstCallSeconds,
    int permissions,
    @Nullable String trajectory) {

  /** How an agent came to its end. */
  public enum Ending {
    /** It handed in an answer. */
    SUBMITTED,
    /** It printed or sent an answer, and handed in none. */
    ANSWERED,
    /** It never reached the tools and said nothing. */
    NEVER_CONNECTED,
    /** It reached the tools, ended in order and handed in nothing that can be read. */
    NO_SUBMISSION,
    /** It wanted more time, calls or bytes than it may have. */
    OVER_BUDGET,
    /** It ended with an error before it had answered. */
    CRASHED,
    /** It says something that it can know only from where the answer is kept. */
    PEEKED;

    /** Whether its answer, if there is one, is graded as any other. */
    public boolean isAnswer() {
      return this == SUBMITTED || this == ANSWERED;
    }

    /** For people. */
    public String words() {
      return switch (this) {
        case SUBMITTED -> "submitted";
        case ANSWERED -> "answered without submitting";
        case NEVER_CONNECTED -> "never connected";
        case NO_SUBMISSION -> "no submission";
        case OVER_BUDGET -> "over budget";
        case CRASHED -> "crashed";
        case PEEKED -> "peeked";
      };
    }
  }

  /** Whether it came to its end without looking at the system at all. */
  public boolean usedNoTool() {
    return calls == 0;
  }
}
