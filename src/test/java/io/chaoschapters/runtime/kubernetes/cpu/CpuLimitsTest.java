package io.chaoschapters.runtime.kubernetes.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nodes and API servers can answer; KubernetesRuntimeTest has real ones. */
class CpuLimitsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final List<String> journal = new CopyOnWriteArrayList<>();
  private final List<String> promised = new CopyOnWriteArrayList<>();
  private FakeNode node;

  @BeforeEach
  void open() throws IOException {
    node = new FakeNode();
  }

  @AfterEach
  void close() {
    node.close();
  }

  private Disturbance limit(int percent, Duration within) {
    return new CpuLimits(
            node.api(),
            (limit, back) -> {
              promised.add(back + " after " + limit.toSeconds() + " s");
              return promised::clear;
            },
            "run",
            journal::add,
            within)
        .of("one", "one-life1", "main", percent);
  }

  private Disturbance limit(int percent) {
    return limit(percent, LONG);
  }

  @Test
  void triedOut_set_andGivenBackExactly() {
    Disturbance limit = limit(2);
    assertThat(node.patches)
        .containsExactly(
            "/api/v1/namespaces/run/pods/one-life1/resize?dryRun=All application/strategic-merge-patch+json");
    assertThat(promised).isEmpty();

    limit.begin(LONG);
    assertThat(node.limit()).isEqualTo("20m 20m");
    assertThat(limit.isOn()).isTrue();
    assertThat(promised).containsExactly("one-life1/main/2/100m after 60 s");
    assertThat(journal)
        .singleElement()
        .asString()
        .startsWith(
            "Kubernetes has limited component 'one' (pod one-life1) to 20m of a processor by pods/resize after ")
        .endsWith(" s; it was 2.");

    limit.end();
    limit.end();
    assertThat(node.limit()).isEqualTo("2 100m");
    assertThat(limit.isOn()).isFalse();
    assertThat(promised).isEmpty();
    assertThat(node.patches).hasSize(3);
  }

  /** Less of it would be a change that nobody has asked for. */
  @Test
  void requestBelowTheLimit_staysAsItIs() {
    limit(50).begin(LONG);

    assertThat(node.limit()).isEqualTo("500m 100m");
  }

  @Test
  void writtenCommand_isForKubectl() {
    assertThat(limit(2).undoStep().description())
        .isEqualTo("give one (pod one-life1) its limit of 2 processors back");
    assertThat(limit(2).undoStep().command())
        .containsExactly(
            "kubectl",
            "--kubeconfig=/kubeconfig",
            "--context=fake",
            "--namespace=run",
            "patch",
            "pod",
            "one-life1",
            "--subresource=resize",
            "--patch",
            "{\"spec\":{\"containers\":[{\"name\":\"main\",\"resources\":{\"limits\":{\"cpu\":\"2\"},\"requests\":{\"cpu\":\"100m\"}}}]}}");
  }

  @Test
  void noLimit_isNotAdded_becauseItCouldNotBeTakenAway() {
    node.unlimited();

    assertThatThrownBy(() -> limit(2))
        .isInstanceOf(NotPossibleHereException.class)
        .hasMessage(
            "component 'one' has no limit of its processor time, and Kubernetes would not take away again what it is given");
    assertThat(node.patches).isEmpty();
  }

  @Test
  void refused_isSkippedInTheServersWords() {
    node.refusal = 403;
    assertThatThrownBy(() -> limit(2))
        .isInstanceOf(NotPossibleHereException.class)
        .hasMessage(
            "component 'one' cannot be limited in this cluster: pods \"one-life1\" is forbidden: no");

    node.refusal = 404;
    assertThatThrownBy(() -> limit(2))
        .isInstanceOf(NotPossibleHereException.class)
        .hasMessageContaining("does not know pods/resize, which Kubernetes has since 1.33");

    node.refusal = 500;
    assertThatThrownBy(() -> limit(2))
        .isNotInstanceOf(NotPossibleHereException.class)
        .hasMessageStartingWith("Kubernetes could not say whether component 'one' can be limited");
  }

  /** As with the static policy of processors. */
  @Test
  void nodeThatNeverCan_isToldAndAskedForTheUsualLimitAgain() {
    node.obeys = false;
    node.condition =
        "{\"type\":\"PodResizePending\",\"status\":\"True\",\"reason\":\"Infeasible\",\"message\":\"static policy\"}";

    assertThatThrownBy(() -> limit(2).begin(LONG))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage(
            "The node of component 'one' (pod one-life1) cannot change its limit: PodResizePending: Infeasible, static policy.");
    assertThat(node.limit()).isEqualTo("2 100m");
    assertThat(promised).as("nothing is left to undo").isEmpty();
    assertThat(journal).isEmpty();
  }

  @Test
  void nodeThatCannotYet_isToldWhenItsTimeIsOver() {
    node.obeys = false;
    node.condition =
        "{\"type\":\"PodResizePending\",\"status\":\"True\",\"reason\":\"Deferred\",\"message\":\"not enough cpu\"}";

    assertThatThrownBy(() -> limit(2, AT_ONCE).begin(LONG))
        .hasMessageContaining("Component 'one' was to get 20m of a processor, and does not (")
        .hasMessageContaining("PodResizePending: Deferred, not enough cpu")
        .hasMessageContaining("kubectl --namespace=run describe pod one-life1");
    assertThat(node.limit()).isEqualTo("2 100m");
  }

  /** The guard has promised, and does it later. */
  @Test
  void notGivenBack_thePromiseStays() {
    Disturbance limit = limit(2);
    limit.begin(LONG);
    node.refusal = 500;

    assertThatThrownBy(limit::end)
        .hasMessageStartingWith(
            "Kubernetes could not have component 'one' (pod one-life1) get 2 of a processor: ");
    assertThat(promised).hasSize(1);

    node.refusal = 0;
    node.ended = true;
    limit.end();
    assertThat(promised).as("what has ended has no limit").isEmpty();
    assertThat(limit.isOn()).isFalse();
  }
}
