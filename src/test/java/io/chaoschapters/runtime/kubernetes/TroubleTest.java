package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real cluster does to a run: a sentence, and nothing of the run is left. */
class TroubleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration AWAY = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final String namespace = "trouble-" + UUID.randomUUID().toString().substring(0, 8);
  private Api api;
  private ComponentRuntime runtime;

  @BeforeEach
  void open() {
    runtime = ClusterHere.provider().open(context(namespace));
    api = ClusterHere.api();
  }

  private RuntimeContext context(String name) {
    return new RuntimeContext(
        "run-" + name, folder, ClusterHere.settings("kubernetes.namespace", name));
  }

  @AfterEach
  void close() {
    if (api != null) {
      runtime.close();
      await("the namespace gone", () -> found(namespace).isEmpty());
      api.close();
    }
  }

  private Optional<Namespace> found(String name) {
    return api.askFor("look", client -> client.namespaces().withName(name).get());
  }

  private Component started(String id) {
    return runtime.start(List.of(Redis.spec(id))).get(0);
  }

  private static void await(String what, BooleanSupplier condition) {
    Wait.atMost(what, PATIENCE).until(() -> new Progress(condition.getAsBoolean(), "not yet"));
  }

  /** Longer than a request waits, shorter than the guard does. */
  @Test
  void serverAwayInTheMiddleOfAFault_nothingIsLost() throws Exception {
    String server = serverProcess();
    Component one = started("one");
    one.freeze(LONG);
    assertThat(Redis.answers(one)).isFalse();

    signal("STOP", server);
    try {
      Instant until = Instant.now().plus(AWAY);
      assertThatThrownBy(one::thaw)
          .isInstanceOf(RuntimeFailureException.class)
          .hasMessageContaining("thaw component 'one'");
      await("ten seconds", () -> Instant.now().isAfter(until));
    } finally {
      signal("CONT", server);
    }

    await("a thaw", () -> isThawed(one));
    assertThat(Redis.answers(one)).isTrue();
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(found(namespace)).as("the guard has not taken the run for gone").isPresent();
  }

  private static boolean isThawed(Component component) {
    try {
      component.thaw();
      return true;
    } catch (RuntimeFailureException e) {
      return false;
    }
  }

  private static String serverProcess() throws IOException, InterruptedException {
    Process status =
        new ProcessBuilder("docker/kubernetes/status", "--pid", "kube-apiserver")
            .redirectErrorStream(true)
            .start();
    String said = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assumptions.assumeTrue(
        status.waitFor() == 0 && said.strip().matches("\\d+"),
        "the cluster is not that of docker/kubernetes on this machine: " + said);
    return said.strip();
  }

  private static void signal(String signal, String process)
      throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + signal, process).start().waitFor()).isZero();
  }

  @Test
  void quota_isToldInTheServersWords() {
    started("one");
    api.ask(
        "limit",
        client ->
            client
                .resourceQuotas()
                .inNamespace(namespace)
                .resource(
                    new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName("small")
                        .endMetadata()
                        .withNewSpec()
                        .addToHard("pods", new Quantity("2"))
                        .endSpec()
                        .build())
                .create());
    await(
        "the quota counted",
        () ->
            api.ask(
                        "look",
                        client ->
                            client.resourceQuotas().inNamespace(namespace).withName("small").get())
                    .getStatus()
                != null);

    assertThatThrownBy(() -> started("two"))
        .hasMessageContaining("make the pod of component 'two'")
        .hasMessageContaining("exceeded quota: small");
  }

  /** As one that is not ready, to which the scheduler gives no pods either. */
  @Test
  void nodeThatTakesNoPods_isToldInTheSchedulersWords() {
    runtime =
        ClusterHere.provider()
            .open(
                new RuntimeContext(
                    "run-" + namespace,
                    folder,
                    ClusterHere.settings(
                        "kubernetes.namespace", namespace, "chapters.pull-timeout", "5000")));
    List<String> nodes =
        api.ask("list", client -> client.nodes().list()).getItems().stream()
            .map(node -> node.getMetadata().getName())
            .toList();
    nodes.forEach(node -> cordon(node, true));
    try {
      assertThatThrownBy(() -> started("two"))
          .hasMessageContaining("Component 'two' did not start within 5 s (setting pull-timeout)")
          .hasMessageContaining("no node takes pod two-life1: 0/")
          .hasMessageContaining("unschedulable");
    } finally {
      nodes.forEach(node -> cordon(node, false));
    }
  }

  private void cordon(String node, boolean on) {
    api.ask(
        "cordon",
        client ->
            client
                .nodes()
                .withName(node)
                .patch(
                    PatchContext.of(PatchType.JSON_MERGE),
                    "{\"spec\":{\"unschedulable\":" + on + "}}"));
  }

  @Test
  void namespaceThatIsBeingDeleted_isNotUsed() {
    String going = namespace + "-going";
    api.ask(
        "make",
        client ->
            client
                .namespaces()
                .resource(
                    new NamespaceBuilder().withNewMetadata().withName(going).endMetadata().build())
                .create());
    api.ask(
        "hold",
        client ->
            client
                .configMaps()
                .inNamespace(going)
                .resource(
                    new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("held")
                        .withFinalizers("chaoschapters.io/test")
                        .endMetadata()
                        .build())
                .create());
    api.askFor("remove", client -> client.namespaces().withName(going).delete());
    try (ComponentRuntime other = ClusterHere.provider().open(context(going))) {
      assertThatThrownBy(() -> other.start(List.of(Redis.spec("one"))))
          .hasMessageContaining("'" + going + "' already, which is being deleted");
    } finally {
      api.ask(
          "let go",
          client ->
              client
                  .configMaps()
                  .inNamespace(going)
                  .withName("held")
                  .edit(
                      held ->
                          new ConfigMapBuilder(held)
                              .editMetadata()
                              .withFinalizers(List.of())
                              .endMetadata()
                              .build()));
    }
    await("it gone", () -> found(going).isEmpty());
  }

  @Test
  void podThatSomebodyEvicts_hasStopped_andIsRestarted() {
    Component one = started("one");

    api.ask("evict", client -> client.pods().inNamespace(namespace).withName("one-life1").evict());

    await("its end", () -> one.state() == ComponentState.STOPPED);
    await("a refusal", () -> !Redis.answers(one));
    one.restart();
    assertThat(Redis.answers(one)).isTrue();
  }

  @Test
  void namespaceThatSomebodyRemoves_endsTheRunWithASentence() {
    Component one = started("one");

    api.askFor("remove", client -> client.namespaces().withName(namespace).delete());

    await("its end", () -> one.state() == ComponentState.STOPPED);
    assertThatThrownBy(one::restart)
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("'one'");
  }

  @Test
  void twoRunsAtOnce_areNotInEachOthersWay() {
    String second = namespace + "-2";
    Component one = started("one");
    try (ComponentRuntime other = ClusterHere.provider().open(context(second))) {
      Component theirs = other.start(List.of(Redis.spec("one"))).get(0);
      one.freeze(LONG);
      assertThat(Redis.answers(one)).isFalse();
      assertThat(Redis.answers(theirs)).isTrue();
      one.thaw();
    }
    assertThat(found(second)).isEmpty();
    assertThat(Redis.answers(one)).isTrue();
  }

  @Test
  void guardPodThatIsGone_doesNotPromise() {
    Component one = started("one");

    api.askFor(
        "remove",
        client ->
            client
                .pods()
                .inNamespace(namespace)
                .withName("chaoschapters-guard")
                .withGracePeriod(0)
                .delete());

    // Its program goes on for a moment after the pod has been removed, and promises until then.
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> runtime.endAfter(LONG))
                    .hasMessageContaining("The guard pod did not promise to end everything in time")
                    .hasMessageContaining("kubectl --namespace=" + namespace));
    assertThat(one.id()).isEqualTo("one");
  }
}
