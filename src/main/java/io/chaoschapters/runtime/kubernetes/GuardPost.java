package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.kubernetes.guard.ClusterGuard;
import io.chaoschapters.runtime.kubernetes.guard.Orders;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.runtime.kubernetes.relay.Relay;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The guard of a namespace: its Lease, account, rights, program and pod. */
final class GuardPost {
  private static final long USER = 10_001;
  private static final String PROGRAM = "program";
  private static final String FILE = "guard.jar";

  private final String namespace;
  private final Map<String, String> labels;
  private final String image;
  private final Duration oldAfter;
  private final boolean mayResize;

  /**
   * Nothing is made yet.
   *
   * @param image a Java 17
   * @param oldAfter when a Lease that is not renewed is old
   * @param mayResize whether the run may limit containers, so that its guard has to give it back;
   *     nobody can grant what they may not do themselves
   */
  GuardPost(
      String namespace,
      Map<String, String> labels,
      String image,
      Duration oldAfter,
      boolean mayResize) {
    this.namespace = namespace;
    this.labels = Map.copyOf(labels);
    this.image = image;
    this.oldAfter = oldAfter;
    this.mayResize = mayResize;
  }

  /** In the order in which they have to be made. */
  List<HasMetadata> parts() {
    return List.of(
        new LeaseBuilder()
            .withMetadata(named(Orders.GUARD))
            .withNewSpec()
            .withHolderIdentity(Labels.OURS)
            .withLeaseDurationSeconds((int) oldAfter.toSeconds())
            .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
            .endSpec()
            .build(),
        new ConfigMapBuilder().withMetadata(named(Orders.ANSWERS)).build(),
        new ConfigMapBuilder()
            .withMetadata(named(Orders.GUARD))
            .withBinaryData(Map.of(FILE, Base64.getEncoder().encodeToString(GuardJar.bytes())))
            .build(),
        new ServiceAccountBuilder().withMetadata(named(Orders.GUARD)).build(),
        new RoleBuilder().withMetadata(named(Orders.GUARD)).withRules(rules()).build(),
        new RoleBindingBuilder()
            .withMetadata(named(Orders.GUARD))
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", Orders.GUARD)
            .addNewSubject("", "ServiceAccount", Orders.GUARD, namespace)
            .build(),
        pod());
  }

  private ObjectMeta named(String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(labels)
        .build();
  }

  /** A Role can grant to remove the namespace that it is in, and no other one. */
  private List<PolicyRule> rules() {
    List<PolicyRule> rules = new ArrayList<>(always());
    if (mayResize) {
      rules.add(
          new PolicyRuleBuilder()
              .withApiGroups("")
              .withResources("pods/resize")
              .withVerbs("patch")
              .build());
    }
    return rules;
  }

  private List<PolicyRule> always() {
    return List.of(
        new PolicyRuleBuilder()
            .withApiGroups("coordination.k8s.io")
            .withResources("leases")
            .withResourceNames(Orders.GUARD)
            .withVerbs("get")
            .build(),
        new PolicyRuleBuilder()
            .withApiGroups("")
            .withResources("configmaps")
            .withResourceNames(Orders.ANSWERS)
            .withVerbs("update")
            .build(),
        new PolicyRuleBuilder()
            .withApiGroups("")
            .withResources("pods")
            .withVerbs("deletecollection")
            .build(),
        new PolicyRuleBuilder()
            .withApiGroups("")
            .withResources("namespaces")
            .withResourceNames(namespace)
            .withVerbs("delete")
            .build());
  }

  private Pod pod() {
    return new PodBuilder()
        .withMetadata(named(Orders.GUARD))
        .withNewSpec()
        .withServiceAccountName(Orders.GUARD)
        .withTerminationGracePeriodSeconds(1L)
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(
            program("guard", ClusterGuard.class, namespace, Long.toString(oldAfter.toMillis())),
            program("relay", Relay.class))
        .addNewVolume()
        .withName(PROGRAM)
        .withNewConfigMap()
        .withName(Orders.GUARD)
        .endConfigMap()
        .endVolume()
        .endSpec()
        .build();
  }

  private Container program(String name, Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "java",
                "-Xmx32m",
                "-Xss256k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                "/guard/" + FILE,
                main.getName()));
    command.addAll(List.of(arguments));
    return new ContainerBuilder()
        .withName(name)
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .withCommand(command)
        .addNewVolumeMount()
        .withName(PROGRAM)
        .withMountPath("/guard")
        .withReadOnly(true)
        .endVolumeMount()
        .withSecurityContext(PodMaker.powerless())
        .withNewResources()
        .addToRequests("cpu", new Quantity("100m"))
        .addToRequests("memory", new Quantity("64Mi"))
        .addToLimits("cpu", new Quantity("1"))
        .addToLimits("memory", new Quantity("256Mi"))
        .endResources()
        .build();
  }
}
