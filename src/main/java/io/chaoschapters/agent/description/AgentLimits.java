package io.chaoschapters.agent.description;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What an agent may use up for one question.
 *
 * @param time from the question to the answer
 * @param calls uses of tools
 * @param bytes that the tools answer, all together; and the same for what it prints
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record AgentLimits(Duration time, int calls, long bytes) {
  public static final int USUAL_CALLS = 60;

  public static final long USUAL_BYTES = 1 << 20;
}
