package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the cluster for one component: a Secret with its environment and files, Services
 * for its names, and a pod for each of its lives.
 *
 * <p>The pods pass PodSecurity "restricted". What runs in one has no rights, a user of its own, and
 * {@code /tmp} to write in, which goes with it from one pod to the next. Nothing heals it: a
 * component that ends stays ended until it is restarted.
 */
final class PodMaker {
  /** The container with the component's program. */
  static final String MAIN = "main";

  /** The container from which faults are injected. */
  static final String AGENT = "agent";

  /** Where a pod whose component has ended hands over what it has written. */
  static final int FILES_PORT = 7071;

  private static final String TAKER = "files";
  private static final long USER = 10_001;
  private static final String FILES = "files";
  private static final String SCRATCH = "scratch";

  /** How much of a pod's own it may write. */
  private static final String SCRATCH_LIMIT = "1Gi";

  private final String namespace;
  private final Map<String, String> labels;
  private final ImageNames images;

  PodMaker(String namespace, Map<String, String> labels, ImageNames images) {
    this.namespace = namespace;
    this.labels = Map.copyOf(labels);
    this.images = images;
  }

  ImageNames images() {
    return images;
  }

  String namespace() {
    return namespace;
  }

  private Map<String, String> labels(String component) {
    Map<String, String> all = new HashMap<>(labels);
    all.put(Labels.COMPONENT, component);
    return all;
  }

  /** Files may hold passwords, so all of them are in a Secret, and the environment too. */
  Secret secret(ComponentSpec spec, ContainerProgram program) {
    Map<String, String> data = new LinkedHashMap<>();
    program.environment().forEach((name, value) -> data.put(variableKey(name), value));
    program.files().forEach((path, text) -> data.put(fileKey(program, path), text));
    return new SecretBuilder()
        .withNewMetadata()
        .withName(spec.id())
        .withNamespace(namespace)
        .withLabels(labels(spec.id()))
        .endMetadata()
        .withStringData(data)
        .build();
  }

  private static String variableKey(String name) {
    return "variable." + name;
  }

  private static String fileKey(ContainerProgram program, String path) {
    return "file." + program.files().keySet().stream().sorted().toList().indexOf(path);
  }

  /** Headless: a name is the pod's address, and there is no translation that a fault could miss. */
  Service service(String name, ComponentSpec spec, ContainerProgram program) {
    List<ServicePort> ports =
        spec.ports().stream()
            .filter(program.ports()::containsKey)
            .map(
                port ->
                    new ServicePortBuilder()
                        .withName(port)
                        .withPort(program.ports().get(port))
                        .build())
            .toList();
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(labels(spec.id()))
        .endMetadata()
        .withNewSpec()
        .withClusterIP("None")
        .withPublishNotReadyAddresses(true)
        .withSelector(Map.of(Labels.COMPONENT, spec.id(), Labels.CURRENT, "true"))
        .withPorts(ports)
        .endSpec()
        .build();
  }

  /**
   * A pod.
   *
   * @param past the address of the pod from which it takes what the component has written; null for
   *     none
   */
  Pod pod(String name, ComponentSpec spec, ContainerProgram program, @Nullable String past) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(labels(spec.id()))
        .addToLabels(Labels.CURRENT, "true")
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withHostname(spec.id())
        .withTerminationGracePeriodSeconds(1L)
        .withShareProcessNamespace(true)
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withFsGroup(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withInitContainers(past == null ? List.of() : List.of(taker(past)))
        .withContainers(main(spec, program), agent(AGENT, AgentScripts.STAY))
        .addNewVolume()
        .withName(FILES)
        .withNewSecret()
        .withSecretName(spec.id())
        .endSecret()
        .endVolume()
        .addNewVolume()
        .withName(SCRATCH)
        .withNewEmptyDir()
        .withSizeLimit(new Quantity(SCRATCH_LIMIT))
        .endEmptyDir()
        .endVolume()
        .endSpec()
        .build();
  }

  private Container main(ComponentSpec spec, ContainerProgram program) {
    List<VolumeMount> mounts = new ArrayList<>();
    mounts.add(new VolumeMountBuilder().withName(SCRATCH).withMountPath("/tmp").build());
    program
        .files()
        .keySet()
        .forEach(
            path ->
                mounts.add(
                    new VolumeMountBuilder()
                        .withName(FILES)
                        .withMountPath(path)
                        .withSubPath(fileKey(program, path))
                        .withReadOnly(true)
                        .build()));
    List<EnvVar> variables =
        program.environment().keySet().stream()
            .sorted()
            .map(
                name ->
                    new EnvVarBuilder()
                        .withName(name)
                        .withNewValueFrom()
                        .withNewSecretKeyRef(variableKey(name), spec.id(), false)
                        .endValueFrom()
                        .build())
            .toList();
    return new ContainerBuilder()
        .withName(MAIN)
        .withImage(images.of(program.image()))
        .withImagePullPolicy("IfNotPresent")
        .withArgs(program.command().stream().map(PodMaker::literal).toList())
        .withEnv(variables)
        .withVolumeMounts(mounts)
        .withSecurityContext(powerless())
        .withNewResources()
        .addToRequests("cpu", new Quantity("100m"))
        .addToRequests("memory", new Quantity("128Mi"))
        .addToLimits("cpu", new Quantity("2"))
        .addToLimits("memory", new Quantity("1Gi"))
        .endResources()
        .build();
  }

  /** Kubernetes would put the value of a variable in the place of {@code $(NAME)}. */
  private static String literal(String argument) {
    return argument.replace("$(", "$$(");
  }

  private Container taker(String past) {
    return agent(TAKER, AgentScripts.TAKE_FILES, past, Integer.toString(FILES_PORT));
  }

  private Container agent(String name, String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c"));
    command.add(script);
    command.add("sh");
    command.addAll(List.of(arguments));
    return new ContainerBuilder()
        .withName(name)
        .withImage(images.agent())
        .withImagePullPolicy("IfNotPresent")
        .withCommand(command)
        .withVolumeMounts(new VolumeMountBuilder().withName(SCRATCH).withMountPath("/tmp").build())
        .withSecurityContext(powerless())
        .withNewResources()
        .addToRequests("cpu", new Quantity("10m"))
        .addToRequests("memory", new Quantity("16Mi"))
        .addToLimits("cpu", new Quantity("500m"))
        .addToLimits("memory", new Quantity("64Mi"))
        .endResources()
        .build();
  }

  static SecurityContext powerless() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }

  /** A component's pod of one of its lives. */
  static String podName(String component, int life) {
    return RootLocale.format("%s-life%d", component, life);
  }
}
