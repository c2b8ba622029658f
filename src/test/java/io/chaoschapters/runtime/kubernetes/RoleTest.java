package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeProvider.Availability;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.KubeConfig;
import io.chaoschapters.settings.Settings;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user with exactly the rights of docker/kubernetes/role.yaml, by impersonation. */
class RoleTest {
  private static final Path FILE = Path.of("docker/kubernetes/role.yaml");
  private static final Path MORE = Path.of("docker/kubernetes/role-chaos-mesh.yaml");
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final String name = "role-" + UUID.randomUUID().toString().substring(0, 8);
  private Api admin;

  @BeforeEach
  void open() {
    admin = ClusterHere.api();
  }

  @AfterEach
  void close() {
    if (admin != null) {
      admin.ask("remove", client -> client.rbac().clusterRoleBindings().withName(name).delete());
      admin.ask("remove", client -> client.rbac().clusterRoles().withName(name).delete());
      admin.close();
    }
  }

  private void grant(UnaryOperator<ClusterRole> change) throws IOException {
    ClusterRole role =
        change.apply(
            new ClusterRoleBuilder(read(FILE)).editMetadata().withName(name).endMetadata().build());
    admin.ask("grant", client -> client.rbac().clusterRoles().resource(role).create());
    ClusterRoleBinding binding =
        new ClusterRoleBindingBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", name)
            .addNewSubject("rbac.authorization.k8s.io", "User", name, null)
            .build();
    admin.ask("bind", client -> client.rbac().clusterRoleBindings().resource(binding).create());
  }

  private ClusterRole read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return admin.client().rbac().clusterRoles().load(in).item();
    }
  }

  private KubernetesRuntimeProvider provider() {
    return new KubernetesRuntimeProvider(this::config);
  }

  private KubeConfig config(Settings settings) {
    KubeConfig config = ClusterHere.config(settings);
    config.config().setImpersonateUsername(name);
    return config;
  }

  @Test
  void exactlyTheRole_isEnoughForARunWithEachFault() throws IOException {
    grant(role -> role);
    Settings settings = ClusterHere.settings("kubernetes.namespace", name);
    Availability availability = provider().availability(List.of(), settings);
    assertThat(availability.usable()).as(availability.reason()).isTrue();

    try (ComponentRuntime runtime = provider().open(new RuntimeContext(name, folder, settings))) {
      Component one = runtime.start(List.of(Redis.spec("one").withDelayable(Redis.PORT))).get(0);
      one.freeze(LONG);
      one.thaw();
      for (Disturbance each :
          List.of(one.cutOff(), one.delay(Duration.ofMillis(10)), one.limitCpu(2))) {
        each.begin(LONG);
        assertThat(each.isOn()).isTrue();
        each.end();
      }
      runtime.endAfter(LONG).close();
      one.kill();
      one.restart();
      assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
      // Those of others, which a test beside this one leaves for a moment, do not count.
      assertThat(provider().leftovers(List.of())).noneMatch(left -> left.toString().contains(name));
    }
    assertThat(admin.askFor("look", client -> client.namespaces().withName(name).get())).isEmpty();
  }

  @Test
  void exactlyBothRoles_areEnoughWithChaosMesh_andOneIsNot() throws IOException {
    ClusterHere.assumeChaosMesh();
    Settings settings =
        ClusterHere.settings("kubernetes.namespace", name, "kubernetes.engine", "chaos-mesh");
    grant(role -> role);
    assertThat(provider().availability(List.of(), settings).reason())
        .contains("this user may not create podchaos.chaos-mesh.org, get podchaos.chaos-mesh.org");
    List<PolicyRule> more = read(MORE).getRules();
    admin.ask(
        "grant",
        client ->
            client
                .rbac()
                .clusterRoles()
                .withName(name)
                .edit(role -> new ClusterRoleBuilder(role).addAllToRules(more).build()));
    Availability availability = provider().availability(List.of(), settings);
    assertThat(availability.usable()).as(availability.reason()).isTrue();

    try (ComponentRuntime runtime = provider().open(new RuntimeContext(name, folder, settings))) {
      Component one = runtime.start(List.of(Redis.spec("one"), Redis.spec("two"))).get(0);
      Disturbance cut = one.cutOff();
      cut.begin(LONG);
      assertThat(cut.isOn()).isTrue();
      cut.end();
      one.kill();
      one.restart();
      assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    }
  }

  @Test
  void exactlyTheRole_isEnoughToAttach() throws IOException {
    grant(role -> role);
    Settings settings =
        ClusterHere.settings("attach", "true", "kubernetes.namespace", name + "-theirs");
    // Not the namespace of a run that has just ended: the program of its guard goes on for a
    // moment.
    try (Theirs theirs = Theirs.allowing(admin, name + "-theirs", 1);
        ComponentRuntime runtime =
            provider().open(new RuntimeContext(name + "-attached", folder, settings))) {
      Availability availability = provider().availability(List.of(), settings);
      assertThat(availability.usable()).as(availability.reason()).isTrue();
      assertThat(availability.reason()).contains(theirs.namespace() + " (attached)");
      Component one = runtime.start(List.of(Theirs.spec("cache-1"))).get(0);
      one.freeze(LONG);
      one.thaw();
      Disturbance cut = one.cutOff();
      cut.begin(LONG);
      cut.end();
      one.kill();
      one.restart();
      assertThat(one.state()).isEqualTo(ComponentState.RUNNING);
    }
  }

  @Test
  void aVerbLessInTheirNamespace_isNamed() throws IOException {
    grant(
        role ->
            new ClusterRoleBuilder(role)
                .withRules(
                    role.getRules().stream()
                        .filter(rule -> !rule.getResources().contains("pods/log"))
                        .toList())
                .build());

    Availability availability =
        provider()
            .availability(
                List.of(),
                ClusterHere.settings("attach", "true", "kubernetes.namespace", "staging"));

    assertThat(availability.usable()).isFalse();
    assertThat(availability.reason()).contains("get pods/log in namespace staging");
  }

  @Test
  void attachWithoutANamespace_isAsked() {
    assertThatThrownBy(
            () ->
                new KubernetesRuntimeProvider(this::config)
                    .open(new RuntimeContext(name, folder, ClusterHere.settings("attach", "true"))))
        .hasMessageContaining("-Dattach=true -Dkubernetes.namespace=staging");
  }

  @Test
  void aVerbLess_isNamed() throws IOException {
    grant(
        role ->
            new ClusterRoleBuilder(role)
                .withRules(
                    role.getRules().stream()
                        .filter(rule -> !rule.getResources().contains("pods/exec"))
                        .toList())
                .build());

    Availability availability = provider().availability(List.of(), ClusterHere.settings());

    assertThat(availability.usable()).isFalse();
    assertThat(availability.reason())
        .contains("this user may not create pods/exec, create pods/portforward");
  }

  @Test
  void withoutTheRightsOfSomeFaults_theFirstLineSaysSo_andTheyAreSkipped() throws IOException {
    grant(
        role ->
            new ClusterRoleBuilder(role)
                .withRules(
                    role.getRules().stream()
                        .filter(rule -> !rule.getResources().contains("pods/ephemeralcontainers"))
                        .filter(rule -> !rule.getResources().contains("pods/resize"))
                        .toList())
                .build());

    Settings settings = ClusterHere.settings("kubernetes.namespace", name);
    assertThat(provider().availability(List.of(), settings).reason())
        .contains(
            "all that a run needs, but not to cut components off (patch pods/ephemeralcontainers), nor to limit how much of a processor they get (patch pods/resize)");
    try (ComponentRuntime runtime = provider().open(new RuntimeContext(name, folder, settings))) {
      Component one = runtime.start(List.of(Redis.spec("one"))).get(0);
      assertThatThrownBy(one::cutOff)
          .isInstanceOf(NotPossibleHereException.class)
          .hasMessageContaining("cannot patch resource \"pods/ephemeralcontainers\"");
      assertThatThrownBy(() -> one.limitCpu(2))
          .isInstanceOf(NotPossibleHereException.class)
          .hasMessageContaining("cannot patch resource \"pods/resize\"");
    }
  }
}
