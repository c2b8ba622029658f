package io.chaoschapters.runtime.kubernetes.namespace;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.ApiWords;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import io.fabric8.kubernetes.api.model.NamespaceStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The namespace that a run makes for itself and removes. Existing namespaces are never used. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunNamespace {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Api api;
  private final String name;

  private RunNamespace(Api api, String name) {
    this.api = api;
    this.name = name;
  }

  /** One that is there. */
  static RunNamespace existing(Api api, String name) {
    return new RunNamespace(api, name);
  }

  /**
   * Makes it.
   *
   * @throws RuntimeFailureException when there is one of that name, or it is refused
   */
  public static RunNamespace make(Api api, String name, Map<String, String> labels) {
    Namespace wanted =
        new NamespaceBuilder()
            .withNewMetadata()
            .withName(name)
            .withLabels(labels)
            .withAnnotations(Map.of(Labels.OWNER, Owner.self().toString()))
            .endMetadata()
            .build();
    try {
      api.client().namespaces().resource(wanted).create();
      return new RunNamespace(api, name);
    } catch (KubernetesClientException e) {
      if (e.getCode() != ApiWords.CONFLICT) {
        throw Api.failure("make the namespace " + name, e);
      }
      throw new RuntimeFailureException(
          RootLocale.format(
              "There is a namespace '%s' already%s; a run makes one of its own. Choose another name with -Dkubernetes.namespace=, or leave it out.",
              name, whose(api, name)));
    }
  }

  private static String whose(Api api, String name) {
    Optional<Namespace> there =
        api.askFor("look at namespace " + name, client -> client.namespaces().withName(name).get());
    if (there.isEmpty()) {
      return "";
    }
    Namespace namespace = there.get();
    if (namespace.getMetadata().getDeletionTimestamp() != null) {
      return ", which is being deleted";
    }
    if (!Labels.areOurs(namespace)) {
      return ", which belongs to someone else";
    }
    String run = Maps.of(namespace.getMetadata().getLabels()).get(Labels.RUN);
    return RootLocale.format(", which is that of run %s", run);
  }

  String name() {
    return name;
  }

  /**
   * Removes it with all that is in it, and waits until it is gone. Pods first: a namespace waits
   * for each of them to end in its own time.
   *
   * @return a sentence for what was not removed
   */
  public List<String> remove() {
    try {
      removePods();
      api.askFor("remove namespace " + name, client -> client.namespaces().withName(name).delete());
      new Wait("namespace " + name + " gone", GONE_WITHIN, POLL).until(this::removal);
      return List.of();
    } catch (RuntimeFailureException | WaitTimeoutException e) {
      return List.of(
          RootLocale.format(
              "Namespace %s was not removed: %s. Its guard pod removes it; else use: kubectl delete namespace %s",
              name, Failure.words(e).replaceAll("[.]$", ""), name));
    }
  }

  private void removePods() {
    api.askFor(
        "end the pods of namespace " + name,
        client -> client.pods().inNamespace(name).withGracePeriod(0).delete());
  }

  /** While it goes, the server says what it still waits for, such as finalizers of others. */
  private Progress removal() {
    Optional<Namespace> there =
        api.askFor("look at namespace " + name, client -> client.namespaces().withName(name).get());
    return new Progress(there.isEmpty(), there.map(RunNamespace::waitsFor).orElse(""));
  }

  static String waitsFor(Namespace going) {
    NamespaceStatus status = going.getStatus();
    List<NamespaceCondition> conditions =
        status == null || status.getConditions() == null ? List.of() : status.getConditions();
    return Stream.concat(
            Stream.of("it is still there"),
            conditions.stream()
                .filter(condition -> "True".equals(condition.getStatus()))
                .map(NamespaceCondition::getMessage))
        .collect(Collectors.joining("; "));
  }
}
