package io.chaoschapters.runtime.kubernetes.namespace;

import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Namespaces of runs of this machine whose JVM is gone. What belongs to a JVM that lives, or to one
 * of another machine, is left alone.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LeftNamespaces {
  private LeftNamespaces() {}

  /**
   * Finds them.
   *
   * @param again opens what they are removed with
   */
  public static List<Leftover> find(Api api, Supplier<Api> again) {
    return api
        .ask(
            "list the namespaces of runs",
            client -> client.namespaces().withLabel(Labels.MANAGED_BY, Labels.OURS).list())
        .getItems()
        .stream()
        .filter(namespace -> namespace.getMetadata().getDeletionTimestamp() == null)
        .filter(namespace -> Labels.owner(namespace).filter(Owner::isGone).isPresent())
        .map(namespace -> leftover(namespace, again))
        .toList();
  }

  private static Leftover leftover(Namespace namespace, Supplier<Api> again) {
    String name = namespace.getMetadata().getName();
    return new Leftover(
        RootLocale.format(
            "namespace %s (of run %s)",
            name, Maps.of(namespace.getMetadata().getLabels()).get(Labels.RUN)),
        () -> {
          try (Api api = again.get()) {
            List<String> problems = RunNamespace.existing(api, name).remove();
            if (!problems.isEmpty()) {
              throw new RuntimeFailureException(String.join(" ", problems));
            }
          }
        });
  }
}
