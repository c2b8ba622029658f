package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.attach.Candidate;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A namespace with a Deployment that somebody has made long before the run. */
record Theirs(Api api, String namespace) implements AutoCloseable {
  static final String SELECTOR = "app=cache";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Returns when its pods run. */
  static Theirs make(Api api, String namespace, int pods, Map<String, String> more) {
    api.ask(
        "make",
        client ->
            client
                .namespaces()
                .resource(
                    new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create());
    Theirs theirs = new Theirs(api, namespace);
    Map<String, String> labels = new HashMap<>(Map.of("app", "cache"));
    labels.putAll(more);
    Deployment deployment =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName("cache")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withReplicas(pods)
            .withNewSelector()
            .addToMatchLabels("app", "cache")
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .addToLabels(labels)
            .endMetadata()
            .withNewSpec()
            .withTerminationGracePeriodSeconds(1L)
            .addNewContainer()
            .withName("redis")
            .withImage(ClusterHere.IMAGES + "/redis:7.0.15")
            .withImagePullPolicy("IfNotPresent")
            .withCommand("redis-server", "--save", "", "--protected-mode", "no")
            .addNewPort()
            .withContainerPort(6379)
            .endPort()
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    api.ask("make", client -> client.apps().deployments().resource(deployment).create());
    Wait.atMost("pods of theirs", PATIENCE)
        .until(
            () -> {
              long running =
                  theirs.pods().stream().filter(pod -> Pods.isRunning(pod, "redis")).count();
              return new Progress(running == pods, running + " run");
            });
    return theirs;
  }

  static Theirs allowing(Api api, String namespace, int pods) {
    return make(api, namespace, pods, Map.of(Candidate.ALLOW, "true"));
  }

  List<Pod> pods() {
    return api.ask("list", client -> client.pods().inNamespace(namespace).list()).getItems();
  }

  /** Which pods there are and how often each was started: what a run must leave as it was. */
  List<String> lives() {
    return pods().stream()
        .map(
            pod ->
                pod.getMetadata().getName()
                    + " "
                    + pod.getMetadata().getUid()
                    + " "
                    + Pods.status(pod, "redis").orElseThrow().getRestartCount()
                    + " "
                    + pod.getSpec().getEphemeralContainers())
        .sorted()
        .toList();
  }

  /** What a pod of theirs is answered by another. */
  String asks(String from, String to) {
    String address =
        api.ask("look", client -> client.pods().inNamespace(namespace).withName(to).get())
            .getStatus()
            .getPodIP();
    return new Agent(api, namespace, from, "redis")
        .run("ask", "timeout 2 redis-cli -h \"$1\" ping", address)
        .output();
  }

  String otherThan(String pod) {
    return pods().stream()
        .map(one -> one.getMetadata().getName())
        .filter(name -> !name.equals(pod))
        .findFirst()
        .orElseThrow();
  }

  static ComponentSpec spec(String id) {
    return Redis.spec(id).foundBy(SELECTOR, Map.of(Redis.PORT, 6379));
  }

  @Override
  public void close() {
    api.askFor("remove", client -> client.namespaces().withName(namespace).delete());
  }
}
