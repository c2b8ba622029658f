package io.chaoschapters.runtime.kubernetes.api;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.settings.KubernetesSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The user's kubeconfig and the context in it that a run uses.
 *
 * @param file where it was found
 * @param context the context's name
 * @param config what the client is given
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record KubeConfig(Path file, String context, Config config) {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final String WHAT_TO_DO =
      "Set KUBECONFIG, or put a kubeconfig there; docker/kubernetes/up starts a cluster and prints the path of its own.";

  /**
   * Reads it.
   *
   * @param variable what the environment variable KUBECONFIG says; null when it is not set
   * @throws RuntimeFailureException when there is none, or the context that was asked for is not in
   *     it
   */
  public static KubeConfig read(@Nullable String variable, Path home, Settings settings) {
    Path file = find(variable, home);
    Config all = load(file, null);
    SettingValue asked = settings.value(KubernetesSettings.CONTEXT);
    List<String> names = all.getContexts().stream().map(NamedContext::getName).sorted().toList();
    String context = asked.value();
    if (context.isEmpty()) {
      NamedContext current = all.getCurrentContext();
      if (current == null) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "%s has no current context; choose one with -Dkubernetes.context=%s.",
                file, String.join(" or ", names)));
      }
      context = current.getName();
    } else if (!names.contains(context)) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "%s has no context '%s' (from %s); it has: %s.",
              file, context, asked.origin(), String.join(", ", names)));
    }
    Config config = load(file, context);
    if (config.getMasterUrl() == null || config.getMasterUrl().isBlank()) {
      throw new RuntimeFailureException(
          RootLocale.format("The context '%s' of %s names no server.", context, file));
    }
    config.setConnectionTimeout((int) CONNECT_WITHIN.toMillis());
    config.setRequestTimeout((int) ANSWER_WITHIN.toMillis());
    config.setRequestRetryBackoffLimit(1);
    return new KubeConfig(file, context, config);
  }

  /** The command line by which people do the same in a namespace. */
  public List<String> kubectl(String namespace, String... words) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "kubectl",
                "--kubeconfig=" + file,
                "--context=" + context,
                "--namespace=" + namespace));
    line.addAll(List.of(words));
    return line;
  }

  private static Path find(@Nullable String variable, Path home) {
    if (variable == null || variable.isBlank()) {
      Path usual = home.resolve(".kube").resolve("config");
      if (!Files.isRegularFile(usual)) {
        throw new RuntimeFailureException(
            RootLocale.format("There is no kubeconfig: not at %s. %s", usual, WHAT_TO_DO));
      }
      return usual;
    }
    String[] paths = variable.split(File.pathSeparator);
    if (paths.length > 1) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "KUBECONFIG names %d files; name one, so that it is clear which cluster is meant.",
              paths.length));
    }
    Path named = Path.of(variable.strip());
    if (!Files.isRegularFile(named)) {
      throw new RuntimeFailureException(
          RootLocale.format("There is no kubeconfig at %s, which KUBECONFIG names.", named));
    }
    return named;
  }

  private static Config load(Path file, @Nullable String context) {
    try {
      return Config.fromKubeconfig(context, file.toFile());
    } catch (RuntimeException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The kubeconfig %s cannot be read: %s.",
              file, Failure.words(e).replaceAll("\\s+", " ").replaceAll("[.]$", "")),
          e);
    }
  }
}
