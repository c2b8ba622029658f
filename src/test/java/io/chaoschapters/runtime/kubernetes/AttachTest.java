package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attached to a Deployment that was made beforehand, on a real cluster. */
class AttachTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration BRIEF = Duration.ofSeconds(3);

  @TempDir Path folder;
  private final String namespace = "staging-" + UUID.randomUUID().toString().substring(0, 8);
  private final String run = "run-" + namespace;
  private final List<String> shown = new ArrayList<>();
  private Api api;
  private Theirs theirs;
  private ComponentRuntime runtime;

  @BeforeEach
  void open() {
    runtime = ClusterHere.provider().open(context());
    api = ClusterHere.api();
  }

  private RuntimeContext context() {
    Settings settings = ClusterHere.settings("attach", "true", "kubernetes.namespace", namespace);
    return new RuntimeContext(run, folder, settings, shown::addAll);
  }

  @AfterEach
  void close() {
    if (api != null) {
      runtime.close();
      assertThat(ours()).as("namespaces of the run").isEmpty();
      if (theirs != null) {
        theirs.close();
      }
      api.close();
    }
  }

  private List<Namespace> ours() {
    return api.ask("list", client -> client.namespaces().withLabel(Labels.RUN, run).list())
        .getItems();
  }

  private List<Component> attached(int pods) {
    theirs = Theirs.allowing(api, namespace, pods);
    return runtime.start(
        java.util.stream.IntStream.rangeClosed(1, pods)
            .mapToObj(i -> Theirs.spec("cache-" + i))
            .toList());
  }

  private static void await(String what, BooleanSupplier condition) {
    Wait.atMost(what, PATIENCE).until(() -> new Progress(condition.getAsBoolean(), "not yet"));
  }

  @Test
  void previewIsShown_faultsAreUndone_andTheirsIsAsItWas() throws IOException {
    Component one = attached(2).get(0);
    List<String> before = theirs.lives();
    assertThat(shown)
        .first()
        .asString()
        .startsWith("Attached to namespace " + namespace + ": 2 of what runs there may be hit");
    assertThat(shown.get(1)).contains("of ReplicaSet cache-").endsWith("may be hit as 'cache-1'.");
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).hasValue("+PONG");

    one.freeze(LONG);
    assertThat(one.state()).isEqualTo(ComponentState.FROZEN);
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).as("accepted, no answer").isEmpty();
    one.thaw();
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).hasValue("+PONG");

    one.freeze(BRIEF);
    await("the end of its time", () -> Redis.answers(one));
    one.thaw();

    Disturbance cut = one.cutOff();
    cut.begin(LONG);
    assertThat(cut.isOn()).isTrue();
    assertThat(Redis.ping(one.endpoint(Redis.PORT))).as("from here").hasValue("+PONG");
    cut.end();
    assertThat(cut.isOn()).isFalse();
    assertThatThrownBy(() -> one.delay(BRIEF)).isInstanceOf(NotPossibleHereException.class);
    assertThatThrownBy(() -> one.limitCpu(2)).isInstanceOf(NotPossibleHereException.class);

    runtime.close();
    assertThat(theirs.lives()).isEqualTo(before);
  }

  @Test
  void killed_isStartedAgainByItsOwner_andFoundAgain() {
    Component one = attached(1).get(0);

    one.kill();
    one.restart();

    await("an answer", () -> Redis.answers(one));
    assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    assertThat(theirs.lives()).hasSize(1).first().asString().contains(" 1 ");
  }

  @Test
  void podThatIsReplaced_isFoundAgain() {
    Component one = attached(1).get(0);
    String before = ((AttachedComponent) one).podName();

    api.ask("evict", client -> client.pods().inNamespace(namespace).withName(before).evict());

    await("another pod", () -> !((AttachedComponent) one).podName().equals(before));
    await("an answer", () -> Redis.answers(one));
    one.freeze(LONG);
    assertThat(one.state()).isEqualTo(ComponentState.FROZEN);
    one.thaw();
    assertThat(Redis.answers(one)).isTrue();
  }

  @Test
  void closedInTheMiddle_undoesEverything() {
    Component one = attached(2).get(0);
    String pod = ((AttachedComponent) one).podName();
    String other = theirs.otherThan(pod);
    assertThat(theirs.asks(other, pod)).contains("PONG");
    List<String> before = theirs.lives();
    one.freeze(LONG);
    one.cutOff().begin(LONG);
    assertThat(theirs.asks(other, pod)).doesNotContain("PONG");

    runtime.close();

    assertThat(theirs.asks(other, pod)).contains("PONG");
    assertThat(theirs.lives()).isEqualTo(before);
  }

  /** The agent is what undoes when nobody else does: each of the two faults alone. */
  @ParameterizedTest
  @ValueSource(strings = {"freeze", "partition"})
  void agentThatIsEnded_undoesWhatItHasDone(String fault) {
    Component one = attached(2).get(0);
    String pod = ((AttachedComponent) one).podName();
    String other = theirs.otherThan(pod);
    if (fault.equals("freeze")) {
      one.freeze(LONG);
    } else {
      one.cutOff().begin(LONG);
    }
    assertThat(theirs.asks(other, pod)).doesNotContain("PONG");
    String ours = ours().get(0).getMetadata().getName();

    api.ask(
        "end it", client -> client.pods().inNamespace(ours).withName("agent-cache-1-1").delete());

    await("an answer", () -> theirs.asks(other, pod).contains("PONG"));
  }

  @Test
  void limitThatIsOver_undoesAndEndsNothingOfTheirs() {
    Component one = attached(1).get(0);
    List<String> before = theirs.lives();
    one.freeze(LONG);
    assertThat(Redis.answers(one)).isFalse();

    runtime.endAfter(BRIEF);

    await("an answer", () -> Redis.answers(one));
    assertThat(theirs.lives()).isEqualTo(before);
  }

  @Test
  void secondAtTheSameTime_isRefused() {
    List<Component> both = attached(2);
    both.get(0).freeze(LONG);

    assertThatThrownBy(() -> both.get(1).freeze(LONG))
        .hasMessageContaining("at most 1 may be at once. Allow more with -Dattach.most=2");
    both.get(0).thaw();
    both.get(1).freeze(LONG);
    both.get(1).thaw();
  }

  @Test
  void labelThatIsTakenAway_endsThePermission() {
    Component one = attached(1).get(0);
    api.ask(
        "take it away",
        client ->
            client
                .pods()
                .inNamespace(namespace)
                .withName(((AttachedComponent) one).podName())
                .edit(
                    pod ->
                        new io.fabric8.kubernetes.api.model.PodBuilder(pod)
                            .editMetadata()
                            .removeFromLabels("chaoschapters.io/allow")
                            .endMetadata()
                            .build()));

    assertThatThrownBy(() -> one.freeze(LONG))
        .hasMessageContaining("does not carry the label chaoschapters.io/allow=true");
    assertThat(Redis.answers(one)).isTrue();
  }

  @Test
  void refusedByThePresenter_makesNothing() {
    theirs = Theirs.allowing(api, namespace, 1);
    ComponentRuntime refused =
        ClusterHere.provider()
            .open(
                new RuntimeContext(
                    run,
                    folder,
                    context().settings(),
                    preview -> {
                      assertThat(ours()).isEmpty();
                      throw new RuntimeFailureException("no");
                    }));
    try (refused) {
      assertThatThrownBy(() -> refused.start(List.of(Theirs.spec("cache-1")))).hasMessage("no");
      assertThat(ours()).isEmpty();
    }
  }

  @Test
  void targetWithoutTheLabel_isNotTouched_andNothingIsMade() {
    theirs = Theirs.make(api, namespace, 1, java.util.Map.of());

    assertThatThrownBy(() -> runtime.start(List.of(Theirs.spec("cache-1"))))
        .hasMessageContaining("does not carry the label chaoschapters.io/allow=true")
        .hasMessageContaining("in namespace " + namespace);
    assertThat(ours()).isEmpty();
  }

  @Test
  void namespaceThatIsNotThere_isNamed() {
    assertThatThrownBy(() -> runtime.start(List.of(Theirs.spec("cache-1"))))
        .hasMessageContaining("finds nothing that runs in namespace " + namespace);
  }
}
