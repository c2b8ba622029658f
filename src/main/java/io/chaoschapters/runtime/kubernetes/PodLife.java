package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.components.RemoteLife;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.logs.ComponentLog;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of a component: a pod, from its start to its end. */
final class PodLife extends RemoteLife {
  private static final Logger LOG = LoggerFactory.getLogger(PodLife.class);

  private final String pod;
  private final String host;
  private final String container;
  private final LogWatch follower;

  /**
   * Follows a pod whose container runs or has just ended.
   *
   * @param container the container's id
   * @param atEnd is run once when it ends, in the thread that learns of it first
   */
  PodLife(Api api, Pods pods, Pod started, String container, ComponentLog log, Runnable atEnd) {
    this.pod = started.getMetadata().getName();
    this.host = started.getStatus().getPodIP();
    this.container = container;
    atEnd(atEnd);
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
    read(follower.getOutput(), log);
    pods.follow(pod, this::learn);
    learn(Optional.of(started));
  }

  private void learn(Optional<Pod> news) {
    if (news.isEmpty()) {
      hasEnded(); // it was deleted
    } else {
      Pods.exitCode(news.get(), PodMaker.MAIN).ifPresent(this::hasEnded);
    }
  }

  /** A fresh look at the pod; the watch may report the same later. */
  void learnFrom(Pod looked) {
    learn(Optional.of(looked));
  }

  String pod() {
    return pod;
  }

  /** The pod's address. */
  String host() {
    return host;
  }

  String container() {
    return container;
  }

  @Override
  public void close() {
    try {
      follower.close();
    } catch (RuntimeException e) {
      LOG.debug("The log of pod {} did not close.", pod, e);
    }
  }
}
