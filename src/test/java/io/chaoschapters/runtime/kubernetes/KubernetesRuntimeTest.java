package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real cluster, where CHAOS_KUBERNETES_CONFIG names one that has the images. */
class KubernetesRuntimeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration BRIEF = Duration.ofSeconds(3);

  /** Asks another component for an answer, from the agent beside a component. */
  private static final String ASK = "printf 'PING\\r\\n' | timeout 2 nc -w 2 \"$1\" 6379";

  @TempDir Path folder;
  private final String namespace = "test-" + UUID.randomUUID().toString().substring(0, 8);
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
      assertThat(found(namespace)).as("the namespace of the run").isEmpty();
      api.close();
    }
  }

  private Optional<Namespace> found(String name) {
    return api.askFor("look", client -> client.namespaces().withName(name).get());
  }

  private Component started() {
    return runtime.start(List.of(Redis.spec("one"))).get(0);
  }

  private static void await(String what, java.util.function.BooleanSupplier condition) {
    Wait.atMost(what, PATIENCE).until(() -> new Progress(condition.getAsBoolean(), "not yet"));
  }

  @Test
  void started_answersOnLoopback_inANamespaceThatSaysWhose() throws IOException {
    Component one = started();

    assertThat(Redis.ping(one.endpoint(Redis.PORT))).hasValue("+PONG");
    assertThat(one.endpoint(Redis.PORT).host()).isEqualTo("127.0.0.1");
    assertThat(one.internalEndpoint(Redis.PORT)).isEqualTo(new Endpoint("one", 6379));
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    Namespace made = found(namespace).orElseThrow();
    assertThat(made.getMetadata().getLabels())
        .containsEntry(Labels.RUN, "run-" + namespace)
        .containsEntry(Labels.MANAGED_BY, "chaos-chapters");
    assertThat(Labels.owner(made)).hasValue(Owner.self());
    await("its log", () -> hasSaidReady(one));
    assertThat(folder.resolve("logs/one.log")).isNotEmptyFile();
  }

  private static boolean hasSaidReady(Component component) {
    return component.logsSince(Instant.EPOCH).stream()
        .map(LogLine::text)
        .anyMatch(line -> line.contains("Ready to accept connections"));
  }

  @Test
  void killed_refuses_andAnswersAtTheSameEndpointOnceRestarted() throws IOException {
    Component one = started();
    Endpoint before = one.endpoint(Redis.PORT);

    one.kill();
    assertThat(one.state()).isEqualTo(ComponentState.STOPPED);
    assertThat(exitCode("one")).as("128 and SIGKILL").isEqualTo(137);
    assertThatThrownBy(() -> Redis.ping(before)).isInstanceOf(ConnectException.class);
    one.kill(); // does nothing

    ((KubernetesComponent) one).agent().require("write", "echo kept >/tmp/kept");
    one.restart();
    assertThat(((KubernetesComponent) one).agent().require("read", "cat /tmp/kept"))
        .isEqualTo("kept\n");
    assertThat(one.endpoint(Redis.PORT)).isEqualTo(before);
    assertThat(Redis.ping(before)).hasValue("+PONG");
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
  }

  /** Who has kept the address of the life before must not wait there for nobody. */
  @Test
  void restarted_isFoundByTheOthers_andItsPastAddressRefusesAtOnce() {
    List<Component> both = runtime.start(List.of(Redis.spec("one"), Redis.spec("two")));
    Component one = both.get(0);
    Agent other = ((KubernetesComponent) both.get(1)).agent();
    String past = addressOf("one-life1");

    one.kill();
    one.restart();

    await("its name", () -> other.run("ask", ASK, "one").output().contains("PONG"));
    assertThat(other.run("ask", "timeout 10 nc -w 10 \"$1\" 6379 </dev/null", past).errors())
        .as("a removed pod's address does not answer at all")
        .containsIgnoringCase("refused");
    await(
        "its name without the past address",
        () -> !other.run("ask", "nslookup one", "").output().contains("Address: " + past));
    one.restart();
    assertThat(api.askFor("look", client -> pod(client, "one-life1")))
        .as("the pod before the last")
        .isEmpty();
  }

  private String addressOf(String pod) {
    return api.ask("look", client -> pod(client, pod)).getStatus().getPodIP();
  }

  private Pod pod(KubernetesClient client, String name) {
    return client.pods().inNamespace(namespace).withName(name).get();
  }

  private int exitCode(String component) {
    List<Pod> pods =
        api.ask(
                "list",
                client ->
                    client
                        .pods()
                        .inNamespace(namespace)
                        .withLabel(Labels.COMPONENT, component)
                        .list())
            .getItems();
    assertThat(pods).hasSize(1);
    return Pods.exitCode(pods.get(0), PodMaker.MAIN).orElseThrow();
  }

  /** By the kernel's own end, such as of one that ran out of memory. */
  @Test
  void endedByItself_refuses() {
    Component one = started();

    ((KubernetesComponent) one)
        .agent()
        .run(
            "end it",
            "for p in /proc/[0-9]*; do grep -q redis-server $p/comm && kill -9 ${p#/proc/}; done");

    await("the end", () -> one.state() == ComponentState.STOPPED);
    // A connection that the relay has just taken is closed; the next one is refused.
    await("a refusal", () -> isRefused(one));
  }

  private static boolean isRefused(Component one) {
    try {
      Redis.ping(one.endpoint(Redis.PORT));
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void frozen_acceptsAndIsSilent_untilThawed() throws IOException {
    Component one = started();

    one.freeze(LONG);
    assertThat(one.state()).isEqualTo(ComponentState.FROZEN);
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).as("accepted, no answer").isEmpty();
    assertThat(one.thawStep().command()).contains("kubectl", "--namespace=" + namespace);

    one.thaw();
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).hasValue("+PONG");
  }

  @Test
  void frozen_isThawedByTheAgentWhenItsTimeIsOver() throws IOException {
    Component one = started();

    one.freeze(BRIEF);
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).isEmpty();

    await("an answer", () -> Redis.answers(one));
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
  }

  @Test
  void cutOff_isReachedFromHereAndNotByTheOthers() throws IOException {
    List<Component> both = runtime.start(List.of(Redis.spec("one"), Redis.spec("two")));
    Component one = both.get(0);
    Agent other = ((KubernetesComponent) both.get(1)).agent();
    Agent own = ((KubernetesComponent) one).agent();
    await("a name", () -> other.run("ask", ASK, "one").output().contains("PONG"));
    Disturbance cut = one.cutOff();
    assertThat(cut.isOn()).isFalse();

    cut.begin(LONG);

    assertThat(cut.isOn()).isTrue();
    assertThat(other.run("ask", ASK, "one").output()).doesNotContain("PONG");
    assertThat(own.run("ask", ASK, "two").output()).doesNotContain("PONG");
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).hasValue("+PONG");
    cut.end();
    assertThat(cut.isOn()).isFalse();
    assertThat(other.run("ask", ASK, "one").output()).contains("PONG");
    cut.begin(BRIEF);
    await("the end of its time", () -> !cut.isOn());
    assertThat(other.run("ask", ASK, "one").output()).contains("PONG");
  }

  @Test
  void delayed_answersLate() throws IOException {
    Component one = runtime.start(List.of(Redis.spec("one").withDelayable(Redis.PORT))).get(0);
    Disturbance delay = one.delay(Duration.ofMillis(500));
    assertThat(fastest(one)).isLessThan(500);

    delay.begin(LONG);
    assertThat(delay.isOn()).isTrue();
    assertThat(millis(one)).isGreaterThanOrEqualTo(500);

    delay.end();
    assertThat(delay.isOn()).isFalse();
    assertThat(fastest(one)).isLessThan(500);
    delay.begin(BRIEF);
    await("the end of its time", () -> !delay.isOn());
  }

  @Test
  void limited_worksSlower_andHasItsLimitBackByTheRunOrByTheGuard() throws IOException {
    Component one = started();
    String before = resources();
    long quick = fastestWork(one);
    Disturbance limit = one.limitCpu(1);
    assertThat(limit.isOn()).isFalse();
    assertThat(resources()).as("nothing is done yet").isEqualTo(before);

    limit.begin(LONG);

    assertThat(limit.isOn()).isTrue();
    assertThat(resources()).contains("limits={cpu=10m,").contains("requests={cpu=10m,");
    long slow = work(one);
    System.out.printf(
        java.util.Locale.ROOT, "The same work: %d ms, limited to 10m: %d ms.%n", quick, slow);
    assertThat(slow).isGreaterThan(4 * quick);
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    limit.end();
    assertThat(limit.isOn()).isFalse();
    assertThat(resources()).isEqualTo(before);

    limit.begin(BRIEF);
    await("the end of its time", () -> !limit.isOn());
    assertThat(resources()).as("given back by the guard").isEqualTo(before);
    assertThat(slow).isGreaterThan(4 * fastestWork(one));
    assertThat(Pods.status(current(), PodMaker.MAIN).orElseThrow().getRestartCount()).isZero();
    limit.end(); // does nothing
    limit.begin(LONG);
    one.kill();
    limit.end();
    assertThat(limit.isOn()).isFalse();
  }

  private Pod current() {
    return api.ask("look", client -> pod(client, "one-life1"));
  }

  private String resources() {
    var asked = current().getSpec().getContainers().get(0).getResources();
    return "limits=" + asked.getLimits() + ", requests=" + asked.getRequests();
  }

  private static long fastestWork(Component component) throws IOException {
    return Math.min(Math.min(work(component), work(component)), work(component));
  }

  private static long work(Component component) throws IOException {
    long before = System.nanoTime();
    assertThat(Redis.work(component.endpoint(Redis.PORT))).startsWith(":");
    return Duration.ofNanos(System.nanoTime() - before).toMillis();
  }

  /** By hand: what the ledger says, by the kubectl of the cluster. */
  @Test
  void limited_hasItsLimitBackByTheWrittenCommand() throws IOException, InterruptedException {
    Component one = started();
    String before = resources();
    Disturbance limit = one.limitCpu(2);
    limit.begin(LONG);
    List<String> command = new ArrayList<>(limit.undoStep().command());
    assertThat(command.get(0)).isEqualTo("kubectl");
    command.set(0, "docker/kubernetes/kubectl");

    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();

    await("its limit", () -> !limit.isOn());
    assertThat(resources()).isEqualTo(before);
  }

  @Test
  void limitThatIsNoneOrThatTheClusterRefuses_isNotPossible() {
    Component one = started();
    assertThatThrownBy(() -> one.limitCpu(200))
        .isInstanceOf(NotPossibleHereException.class)
        .hasMessage(
            "component 'one' gets no more than 2 of a processor as it is, so 200% is no limit");
    api.ask(
        "set a range",
        client ->
            client
                .limitRanges()
                .inNamespace(namespace)
                .resource(
                    new LimitRangeBuilder()
                        .withNewMetadata()
                        .withName("least")
                        .endMetadata()
                        .withNewSpec()
                        .addNewLimit()
                        .withType("Container")
                        .addToMin("cpu", new Quantity("50m"))
                        .endLimit()
                        .endSpec()
                        .build())
                .create());

    await("the range", () -> isRefused(() -> one.limitCpu(2)));
    assertThatThrownBy(() -> one.limitCpu(2))
        .isInstanceOf(NotPossibleHereException.class)
        .hasMessageContaining("component 'one' cannot be limited in this cluster: ")
        .hasMessageContaining("minimum cpu usage per Container is 50m");
  }

  private static boolean isRefused(Runnable request) {
    try {
      request.run();
      return false;
    } catch (NotPossibleHereException e) {
      return true;
    }
  }

  /** By turns: one that has little to do answers late, too. */
  @Test
  void throttled_answersEverythingLate_untilItIsRolledBack() {
    Component one = started();
    Fault fault = TimedCluster.throttle(one, LONG);

    fault.inject();
    Wait.atMost("late answers", PATIENCE)
        .until(() -> new Progress(fault.witness().seen(), fault.witness().statement()));
    assertThat(fault.isOver()).isFalse();
    fault.rollback();

    assertThat(fault.isOver()).isTrue();
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(Redis.answers(one)).isTrue();
  }

  /** Of several: a busy machine makes some of them late, a delay all. */
  private static long fastest(Component component) throws IOException {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      fastest = Math.min(fastest, millis(component));
    }
    return fastest;
  }

  private static long millis(Component component) throws IOException {
    long before = System.nanoTime();
    assertThat(Redis.ping(component.endpoint(Redis.PORT))).hasValue("+PONG");
    return Duration.ofNanos(System.nanoTime() - before).toMillis();
  }

  @Test
  void limitThatIsOver_endsTheComponents() {
    Component one = started();

    runtime.endAfter(BRIEF);

    await("their end", () -> one.state() == ComponentState.STOPPED);
  }

  @Test
  void limitThatWasLifted_endsNothing() {
    Component one = started();
    try (Watchdog.Watch lifted = runtime.endAfter(BRIEF)) {
      assertThat(lifted).isNotNull();
    }
    Instant until = Instant.now().plus(BRIEF.multipliedBy(2));
    await("twice its time", () -> Instant.now().isAfter(until));

    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
  }

  @Test
  void imageThatCannotBeHad_isNamedWithPodAndReason() {
    assertThatThrownBy(() -> runtime.start(List.of(Redis.spec("one", "example.invalid/nothing:1"))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("chaoschapters.local/nothing:1")
        .hasMessageContaining("pod one-life1")
        .hasMessageContaining("ImagePullBackOff");
  }

  @Test
  void namespaceOfSomebodyElse_isNotTouched() {
    String foreign = namespace + "-theirs";
    Namespace theirs =
        new NamespaceBuilder().withNewMetadata().withName(foreign).endMetadata().build();
    api.ask("make", client -> client.namespaces().resource(theirs).create());
    ComponentRuntime other = ClusterHere.provider().open(context(foreign));
    try {
      assertThatThrownBy(() -> other.start(List.of(Redis.spec("one"))))
          .hasMessageContaining("'" + foreign + "' already, which belongs to someone else");
      other.close();
      assertThat(found(foreign).orElseThrow().getMetadata().getDeletionTimestamp()).isNull();
    } finally {
      api.ask("remove", client -> client.namespaces().withName(foreign).delete());
    }
  }

  @Test
  void restrictedNamespace_takesThePods_andNoCut() {
    Component one = started();
    api.ask(
        "restrict",
        client ->
            client
                .namespaces()
                .withName(namespace)
                .edit(
                    space ->
                        new NamespaceBuilder(space)
                            .editMetadata()
                            .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                            .endMetadata()
                            .build()));

    Component two = runtime.start(List.of(Redis.spec("two"))).get(0);

    two.freeze(LONG);
    assertThat(two.state()).isEqualTo(ComponentState.FROZEN);
    two.thaw();
    assertThatThrownBy(one::cutOff)
        .isInstanceOf(NotPossibleHereException.class)
        .hasMessageContaining("PodSecurity");
  }
}
