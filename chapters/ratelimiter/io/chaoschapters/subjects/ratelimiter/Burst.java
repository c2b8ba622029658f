package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A burst of checks; its witness is what the nodes themselves counted, not what was sent. */
final class Burst implements Fault {
  private static final Duration ANSWERS_DUE = Duration.ofSeconds(5);

  /** The share that makes a burst of what arrived. */
  private static final double MOST_OF_IT = 0.75;

  private final RateLimiterCluster cluster;
  private final int requests;
  private volatile long checkedBefore;
  private volatile CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

  Burst(RateLimiterCluster cluster, int requests) {
    this.cluster = cluster;
    this.requests = requests;
  }

  @Override
  public List<UndoStep> undo() {
    return List.of(
        UndoStep.endsByItself(
            RootLocale.format("a burst of %d requests is over when they are answered", requests)));
  }

  @Override
  public void inject() {
    checkedBefore =
        cluster
            .checkedByNodes()
            .orElseThrow(
                () -> new IllegalStateException("A node does not tell what it has checked."));
    CompletableFuture<Void> barrier = new CompletableFuture<>();
    CompletableFuture<?>[] sent =
        IntStream.range(0, requests)
            .mapToObj(
                i ->
                    barrier.thenCompose(
                        go -> cluster.client().check(cluster.key(), cluster.tally())))
            .toArray(CompletableFuture[]::new);
    answers = CompletableFuture.allOf(sent);
    barrier.complete(null);
  }

  @Override
  public WitnessReport witness() {
    OptionalLong now = cluster.checkedByNodes();
    if (now.isEmpty()) {
      return new WitnessReport(false, "a node did not tell how many requests it has checked");
    }
    long checked = now.getAsLong() - checkedBefore;
    return new WitnessReport(
        wasOne(checked, requests, isOver()),
        RootLocale.format("the nodes counted %d checks, %d were sent", checked, requests));
  }

  /**
   * Whether a burst has reached the nodes. On a network that loses some of it, or on a machine
   * where clients give some up, it is one all the same once no more is to come.
   */
  static boolean wasOne(long checked, int requests, boolean over) {
    return checked >= (over ? MOST_OF_IT * requests : requests);
  }

  @Override
  public boolean isOver() {
    return answers.isDone();
  }

  @Override
  public void rollback() {
    Wait.atMost("answers to the burst", ANSWERS_DUE)
        .until(
            () ->
                isOver()
                    ? Progress.reached()
                    : Progress.notYet(cluster.tally().inFlight() + " in flight"));
  }
}
