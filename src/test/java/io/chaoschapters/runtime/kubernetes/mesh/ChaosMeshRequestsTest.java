package io.chaoschapters.runtime.kubernetes.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.RuntimeFailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is asked of the API server, and what is said of its answers; ChaosMeshTest has the real one.
 */
class ChaosMeshRequestsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String INJECTED =
      "{\"conditions\":[{\"type\":\"Selected\",\"status\":\"True\"},{\"type\":\"AllInjected\",\"status\":\"True\"},"
          + "{\"type\":\"AllRecovered\",\"status\":\"False\"}]}";
  private static final String RECOVERED =
      "{\"conditions\":[{\"type\":\"AllInjected\",\"status\":\"True\"},{\"type\":\"AllRecovered\",\"status\":\"True\"}]}";
  private static final String NO_DAEMON =
      "{\"conditions\":[{\"type\":\"Selected\",\"status\":\"True\"},{\"type\":\"AllInjected\",\"status\":\"False\"}],"
          + "\"experiment\":{\"containerRecords\":[{\"id\":\"run/one-life1\",\"events\":["
          + "{\"type\":\"Failed\",\"operation\":\"Apply\",\"message\":\"older\"},"
          + "{\"type\":\"Failed\",\"operation\":\"Apply\",\"message\":\"cannot find daemonIP\\non node node1\"}]},"
          + "{\"id\":\"run/two-life1\",\"events\":[{\"type\":\"Succeeded\",\"message\":\"fine\"}]}]}}";

  private static FakeMesh server;
  private final List<String> journal = new CopyOnWriteArrayList<>();
  private ChaosMesh mesh;

  @BeforeAll
  static void start() throws IOException {
    server = new FakeMesh();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @BeforeEach
  void open() {
    server.objects().clear();
    server.asked.clear();
    server.status = INJECTED;
    server.letsGo = true;
    server.installed = true;
    server.refused = "";
    server.admission = "";
    mesh = within(LONG);
  }

  private ChaosMesh within(Duration each) {
    return new ChaosMesh(
        server.api(),
        "run",
        Map.of("chaoschapters.io/run", "7"),
        journal::add,
        new ChaosMesh.Bounds(each, each, each));
  }

  @Test
  void cutOff_isAnObjectThatIsThereAsLongAsTheFault() {
    Disturbance cut = mesh.cutOff("one", "one-life1");
    assertThat(cut.isOn()).isFalse();
    assertThat(server.objects()).isEmpty();

    cut.begin(LONG);

    assertThat(cut.isOn()).isTrue();
    String path = "/apis/chaos-mesh.org/v1alpha1/namespaces/run/networkchaos/partition-one-1";
    assertThat(server.objects()).containsOnlyKeys(path);
    assertThat(server.objects().get(path).toString())
        .contains("\"chaoschapters.io/run\":\"7\"", "\"duration\":\"60000ms\"");
    cut.end();
    assertThat(cut.isOn()).isFalse();
    assertThat(server.objects()).isEmpty();
    cut.end(); // does nothing
    assertThat(journal).hasSize(2);
    assertThat(journal.get(0))
        .startsWith(
            "Chaos Mesh reports NetworkChaos partition-one-1 in namespace run injected after ")
        .endsWith(" s: AllInjected True, AllRecovered False, Selected True.");
    assertThat(journal.get(1))
        .startsWith("Chaos Mesh let go of NetworkChaos partition-one-1 in namespace run ");
  }

  @Test
  void reportedAsRecovered_isNotOnAnyMore() {
    Disturbance delay = mesh.delay("one", "one-life1", Duration.ofMillis(5));
    delay.begin(LONG);
    server.status = RECOVERED;
    assertThat(delay.isOn()).isFalse();
  }

  @Test
  void undoStep_isACommandThatNeedsNoRun() {
    assertThat(mesh.cutOff("one", "one-life1").undoStep().command())
        .containsExactly(
            "kubectl",
            "--kubeconfig=/kubeconfig",
            "--context=fake",
            "--namespace=run",
            "delete",
            "networkchaos.chaos-mesh.org",
            "partition-one-1",
            "--ignore-not-found=true");
  }

  @Test
  void kill_leavesNoObject() {
    mesh.kill("one", "one-life1", "main");
    assertThat(server.asked).contains("POST /apis/chaos-mesh.org/v1alpha1/namespaces/run/podchaos");
    assertThat(server.objects()).isEmpty();
    assertThat(journal.get(0)).contains("PodChaos kill-one-1 in namespace run injected");
  }

  @Test
  void freeze_isTheRunsOwn_andSaidOnceForEachComponent() {
    mesh.tellOfFreeze("one");
    mesh.tellOfFreeze("one");
    assertThat(journal)
        .containsExactly(
            "Chaos Mesh has no fault that freezes: component 'one' is frozen by the run's own agent.");
  }

  @Test
  void daemonMissing_isToldWithItsWords_andTheObjectIsRemoved() {
    server.status = NO_DAEMON;
    Disturbance cut = within(Duration.ofMillis(1)).cutOff("one", "one-life1");

    assertThatThrownBy(() -> cut.begin(LONG))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage(
            "Chaos Mesh has not injected NetworkChaos partition-one-1 in namespace run within 0.001 s; it reports AllInjected False, Selected True; failed: cannot find daemonIP on node node1. "
                + "Look whether its controller manager runs, and a chaos-daemon on each node: kubectl get pods --all-namespaces --selector=app.kubernetes.io/part-of=chaos-mesh. The object was removed.");
    assertThat(server.objects()).isEmpty();
  }

  @Test
  void controllerMissing_reportsNothing() {
    server.status = "{}";
    Disturbance cut = within(Duration.ofMillis(1)).cutOff("one", "one-life1");
    assertThatThrownBy(() -> cut.begin(LONG))
        .hasMessageContaining("it reports nothing, as when its controller manager does not run");
  }

  @Test
  void webhookThatRefuses_isTold_andNothingIsMade() {
    server.admission = "failed calling webhook mnetworkchaos.kb.io";
    assertThatThrownBy(() -> mesh.cutOff("one", "one-life1").begin(LONG))
        .hasMessage(
            "Kubernetes could not make NetworkChaos partition-one-1 in namespace run: failed calling webhook mnetworkchaos.kb.io.");
  }

  /** A finalizer that is taken off silently leaves the fault in the pod. */
  @Test
  void removalThatHangs_saysWhatWaits_andKeepsTheFinalizer() {
    ChaosMesh hasty = within(Duration.ofMillis(1));
    Disturbance cut = hasty.cutOff("one", "one-life1");
    cut.begin(LONG);
    server.letsGo = false;

    assertThatThrownBy(cut::end)
        .hasMessageStartingWith(
            "NetworkChaos partition-one-1 in namespace run is still there 0.001 s after its removal, because Chaos Mesh has not undone it (finalizers: chaos-mesh/records; it reports AllInjected True")
        .hasMessageContaining("Its finalizers are left, because without them the fault would stay");
    assertThat(server.asked).noneMatch(one -> one.startsWith("PATCH") || one.startsWith("PUT"));
  }

  @Test
  void notInjectedAndNotRemoved_saysBoth() {
    server.status = NO_DAEMON;
    server.letsGo = false;
    Disturbance cut = within(Duration.ofMillis(1)).cutOff("one", "one-life1");
    assertThatThrownBy(() -> cut.begin(LONG))
        .hasMessageContaining("has not injected NetworkChaos partition-one-1")
        .hasMessageContaining("is still there 0.001 s after its removal")
        .hasMessageNotContaining("was removed.");
  }

  @Test
  void notInstalled_isSaidBeforeAnythingIsMade() {
    server.installed = false;
    assertThat(ChaosMesh.obstacle(server.api(), "run"))
        .hasValue(
            "Chaos Mesh is not installed there (the API server knows no PodChaos and no NetworkChaos of chaos-mesh.org/v1alpha1): install it, or leave out -Dkubernetes.engine=chaos-mesh");
  }

  @Test
  void rightThatIsMissing_isNamed() {
    server.refused = "delete networkchaos";
    assertThat(ChaosMesh.obstacle(server.api(), "run"))
        .hasValue(
            "this user may not delete networkchaos.chaos-mesh.org; docker/kubernetes/role-chaos-mesh.yaml grants it");
  }

  @Test
  void installedAndGranted_isNoObstacle() {
    assertThat(ChaosMesh.obstacle(server.api(), "run")).isEmpty();
  }
}
