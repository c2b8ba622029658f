package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.chaoschapters.runtime.readiness.Launched;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a component: a pod, from its start to its end. */
final class PodLife implements Launched, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PodLife.class);

  /** What is not known of a pod that somebody removed. */
  private static final int UNKNOWN_CODE = -1;

  private final String pod;
  private final String container;
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final LogWatch follower;
  private final Thread logReader;

  /**
   * Follows a pod whose container runs or has just ended.
   *
   * @param container the container's id
   * @param atEnd is run once when it ends, by whoever learns of it first
   */
  PodLife(Api api, Pods pods, Pod started, String container, ComponentLog log, Runnable atEnd) {
    this.pod = started.getMetadata().getName();
    this.container = container;
    ended.whenComplete((code, failure) -> atEnd.run());
    follower =
        api.ask(
            "follow the log of pod " + pod,
            client ->
                client
                    .pods()
                    .inNamespace(started.getMetadata().getNamespace())
                    .withName(pod)
                    .inContainer(PodMaker.MAIN)
                    .watchLog());
    logReader = log.read(follower.getOutput());
    pods.follow(pod, this::learn);
    learn(Optional.of(started));
  }

  private void learn(Optional<Pod> news) {
    if (news.isEmpty()) {
      ended.complete(UNKNOWN_CODE);
    } else {
      Pods.exitCode(news.get(), PodMaker.MAIN).ifPresent(ended::complete);
    }
  }

  /** Somebody has looked: news that the watch may bring later. */
  void learnFrom(Pod looked) {
    learn(Optional.of(looked));
  }

  String pod() {
    return pod;
  }

  String container() {
    return container;
  }

  @Override
  public boolean isAlive() {
    return !ended.isDone();
  }

  @Override
  public int exitCode() {
    return ended.getNow(UNKNOWN_CODE);
  }

  @Override
  public void awaitLog(Duration atMost) {
    try {
      logReader.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when it has not ended in this time. */
  boolean awaitEnd(Duration atMost) {
    try {
      ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("never completed exceptionally", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    @Nullable LogWatch following = follower;
    try {
      following.close();
    } catch (RuntimeException e) {
      LOG.debug("The log of pod {} did not close.", pod, e);
    }
  }
}
