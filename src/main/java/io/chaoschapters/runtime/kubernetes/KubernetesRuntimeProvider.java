package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.components.LazyRuntime;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.KubeConfig;
import io.chaoschapters.runtime.kubernetes.api.Rights;
import io.chaoschapters.runtime.kubernetes.mesh.ChaosMesh;
import io.chaoschapters.runtime.kubernetes.namespace.LeftNamespaces;
import io.chaoschapters.settings.AttachSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KubernetesSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Runs components as pods of a Kubernetes cluster, in a namespace made for the run. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class KubernetesRuntimeProvider implements RuntimeProvider {
  static final String ID = "kubernetes";

  private static final String CLIENT = "io.fabric8.kubernetes.client.KubernetesClient";
  private static final int MARK_LETTERS = 8;

  private final Function<Settings, KubeConfig> configs;
  private final String mark = UUID.randomUUID().toString().substring(0, MARK_LETTERS);
  private final AtomicInteger opened = new AtomicInteger();

  /** Made by {@link java.util.ServiceLoader}. */
  public KubernetesRuntimeProvider() {
    this(
        settings ->
            KubeConfig.read(
                System.getenv("KUBECONFIG"), Path.of(System.getProperty("user.home")), settings));
  }

  KubernetesRuntimeProvider(Function<Settings, KubeConfig> configs) {
    this.configs = configs;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int preference() {
    return 100;
  }

  /** A cluster is shared with others: it is always asked for by name. */
  @Override
  public boolean chosenByAuto() {
    return false;
  }

  @Override
  public Availability availability(List<String> images, Settings settings) {
    if (!isClientThere()) {
      return new Availability(
          false,
          "the optional libraries io.fabric8:kubernetes-client and kubernetes-httpclient-jdk are not on the class path");
    }
    if (settings.text(KubernetesSettings.IMAGES).isEmpty()) {
      return new Availability(
          false,
          "the images of this project are in no public registry; set -Dkubernetes.images= to the one that the cluster has them from (docker/kubernetes/images makes them)");
    }
    try {
      return look(settings);
    } catch (RuntimeFailureException e) {
      return new Availability(false, Failure.words(e).replaceAll("[.]$", ""));
    }
  }

  private Availability look(Settings settings) {
    KubeConfig config = configs.apply(settings);
    try (Api api = Api.open(config)) {
      String version =
          api.ask("say its version", client -> client.getKubernetesVersion().getGitVersion());
      Optional<String> theirs = theirs(settings);
      String namespace = theirs.isPresent() ? own() : namespace(settings);
      Rights rights = Rights.ask(api, namespace);
      List<String> missing = new ArrayList<>(rights.missing());
      theirs.ifPresent(there -> missing.addAll(Rights.missingToAttach(api, there)));
      boolean byMesh = isByChaosMesh(settings);
      String where =
          RootLocale.format(
              "context %s of %s (%s, Kubernetes %s), namespace %s",
              config.context(),
              config.file(),
              config.config().getMasterUrl(),
              version.replaceAll("^v", ""),
              theirs
                  .map(there -> there + " (attached), own namespace " + namespace)
                  .orElse(namespace));
      if (!missing.isEmpty()) {
        return new Availability(
            false,
            RootLocale.format("%s: this user may not %s", where, String.join(", ", missing)));
      }
      Optional<String> obstacle = byMesh ? ChaosMesh.obstacle(api, namespace) : Optional.empty();
      return obstacle
          .map(why -> new Availability(false, where + ": " + why))
          .orElseGet(
              () ->
                  new Availability(
                      true,
                      where
                          + ", rights: "
                          + rights.words()
                          + (byMesh ? ", faults by Chaos Mesh" : "")));
    }
  }

  static boolean isByChaosMesh(Settings settings) {
    return settings.text(KubernetesSettings.ENGINE).equals(KubernetesSettings.CHAOS_MESH);
  }

  private static boolean isClientThere() {
    try {
      Class.forName(CLIENT, false, KubernetesRuntimeProvider.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * The namespace of somebody else in which the components run already; empty when they are
   * started.
   *
   * @throws InvalidSettingException when it is not said which
   */
  private static Optional<String> theirs(Settings settings) {
    SettingValue attach = settings.value(AttachSettings.ATTACH);
    if (attach.value().isEmpty() || attach.value().equals("false")) {
      return Optional.empty();
    }
    if (isByChaosMesh(settings)) {
      throw new InvalidSettingException(
          RootLocale.format(
              "What runs already is not disturbed by Chaos Mesh yet: leave out the setting attach (from %s) or -Dkubernetes.engine=chaos-mesh.",
              attach.origin()));
    }
    String namespace = settings.text(KubernetesSettings.NAMESPACE);
    if (!attach.value().equals("true") || namespace.isEmpty()) {
      throw new InvalidSettingException(
          RootLocale.format(
              "With -Druntime=kubernetes, the setting attach (from %s) is true, and kubernetes.namespace names the namespace in which the components run: -Dattach=true -Dkubernetes.namespace=staging.",
              attach.origin()));
    }
    return Optional.of(namespace);
  }

  /** What it is called that the next run makes. */
  private String namespace(Settings settings) {
    String asked = settings.text(KubernetesSettings.NAMESPACE);
    return asked.isEmpty() ? own() : asked;
  }

  private String own() {
    int number = opened.get();
    return "chapters-" + mark + (number == 0 ? "" : "-" + number);
  }

  @Override
  public ComponentRuntime open(RuntimeContext context) {
    Optional<String> theirs = theirs(context.settings());
    String namespace = theirs.isPresent() ? own() : namespace(context.settings());
    opened.incrementAndGet();
    if (theirs.isPresent()) {
      return new LazyRuntime(
          ID,
          () ->
              new AttachedCluster(
                  context, Api.open(configs.apply(context.settings())), namespace, theirs.get()));
    }
    return new LazyRuntime(
        ID,
        () ->
            KubernetesCluster.open(
                context, Api.open(configs.apply(context.settings())), namespace));
  }

  /** What has no guard any more, or whose guard has not come to it yet. */
  @Override
  public List<Leftover> leftovers(List<Path> cutOff) {
    try (Api api = Api.open(configs.apply(Settings.ofProcess()))) {
      return LeftNamespaces.find(api, () -> Api.open(configs.apply(Settings.ofProcess())));
    }
  }

  @Override
  public String place() {
    KubeConfig config = configs.apply(Settings.ofProcess());
    return config.config().getMasterUrl();
  }
}
