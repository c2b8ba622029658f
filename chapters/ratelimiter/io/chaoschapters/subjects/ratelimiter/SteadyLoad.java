package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.List;

/** Requests at a steady rate, to the nodes in turn. */
final class SteadyLoad implements LoadType<RateLimiterCluster> {
  @Override
  public String name() {
    return "steady";
  }

  @Override
  public String description() {
    return "requests at a steady rate, to the nodes in turn";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("rate", ParameterSpec.Type.RATE, "requests per second", "60/s"));
  }

  @Override
  public RunningLoad start(RateLimiterCluster limiter, Parameters parameters) {
    return new RunningSteadyLoad(
        limiter.client(), limiter.key(), limiter.tally(), parameters.number("rate"));
  }
}
