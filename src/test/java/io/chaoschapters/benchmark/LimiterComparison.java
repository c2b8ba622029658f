package io.chaoschapters.benchmark;

import io.chaoschapters.subjects.ratelimiter.service.BenchmarkedLimiter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Starts a Redis, runs {@link LimiterBenchmark} against it and prints the ratios; then what a frame
 * of the stage takes.
 */
public final class LimiterComparison {
  private static final List<String> CONTENDERS =
      List.of("strict", "bucket4jJedis", "bucket4jLettuce", "batched");

  private LimiterComparison() {}

  /**
   * Takes about four minutes; with the argument {@code quick} less than one, and then its figures
   * are worth nothing: it only shows that everything works.
   */
  public static void main(String[] arguments) throws RunnerException {
    boolean quick = arguments.length > 0 && arguments[0].equals("quick");
    try (BenchmarkedLimiter.Redis redis = new BenchmarkedLimiter.Redis()) {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .include(LimiterBenchmark.class.getName())
              .jvmArgsAppend(
                  "-D" + LimiterBenchmark.PORT + "=" + redis.port(),
                  "-D" + LimiterBenchmark.PASSWORD + "=" + redis.password());
      if (quick) {
        options
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(100))
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(100));
      }
      Collection<RunResult> results = new Runner(options.build()).run();
      for (String keys : List.of("shared", "own")) {
        print(results, keys);
      }
    }
    FrameBenchmark.report(quick);
  }

  private static void print(Collection<RunResult> results, String keys) {
    double strict = checksPerSecond(results, "strict", keys);
    System.out.printf(
        Locale.ROOT,
        "%n4 threads, %s%n%n| limiter | checks a second | against strict | 99th percentile |%n"
            + "| --- | ---: | ---: | ---: |%n",
        keys.equals("shared") ? "one key for all" : "a key for each");
    for (String contender : CONTENDERS) {
      double checks = checksPerSecond(results, contender, keys);
      System.out.printf(
          Locale.ROOT,
          "| %s | %,.0f | %.2f | %.1f \u00b5s |%n",
          contender,
          checks,
          checks / strict,
          percentile99Micros(results, contender, keys));
    }
    System.out.printf(
        Locale.ROOT,
        "%n| ratio | value |%n| --- | ---: |%n| strict / Bucket4j Jedis | %.2f |%n"
            + "| strict / Bucket4j Lettuce | %.2f |%n| batched / strict | %.0f |%n",
        strict / checksPerSecond(results, "bucket4jJedis", keys),
        strict / checksPerSecond(results, "bucket4jLettuce", keys),
        checksPerSecond(results, "batched", keys) / strict);
  }

  private static double checksPerSecond(
      Collection<RunResult> results, String contender, String keys) {
    return find(results, contender, keys, Mode.Throughput).getPrimaryResult().getScore();
  }

  private static double percentile99Micros(
      Collection<RunResult> results, String contender, String keys) {
    return 1_000_000
        * find(results, contender, keys, Mode.SampleTime)
            .getPrimaryResult()
            .getStatistics()
            .getPercentile(99);
  }

  private static RunResult find(
      Collection<RunResult> results, String contender, String keys, Mode mode) {
    return results.stream()
        .filter(result -> result.getParams().getMode() == mode)
        .filter(result -> result.getParams().getBenchmark().endsWith("." + contender))
        .filter(result -> result.getParams().getParam("keys").equals(keys))
        .findFirst()
        .orElseThrow();
  }
}
