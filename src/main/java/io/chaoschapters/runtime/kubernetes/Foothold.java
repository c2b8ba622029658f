package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.Rights;
import io.chaoschapters.runtime.kubernetes.api.Tunnel;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.runtime.kubernetes.namespace.LeaseKeeper;
import io.chaoschapters.runtime.kubernetes.namespace.RunNamespace;
import io.chaoschapters.runtime.process.Guarded;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.KubernetesSettings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run has in a cluster whatever it does there: a namespace of its own with a guard, the
 * Lease that it renews, and one port forwarded.
 */
record Foothold(
    RunNamespace namespace, LeaseKeeper lease, PodStarter starter, GuardLink<Guarded> words) {
  /** When the guard takes a run for gone that does not renew its Lease. */
  static final Duration OLD_AFTER = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(Foothold.class);

  /**
   * What was made before something failed is removed.
   *
   * @param more labels of the namespace beside those by which it is known
   */
  static Foothold take(
      RuntimeContext context, Path logs, Api api, String name, Map<String, String> more) {
    Map<String, String> labels = Labels.of(context.run());
    ImageNames images = new ImageNames(context.settings().text(KubernetesSettings.IMAGES));
    Map<String, String> all = new HashMap<>(labels);
    all.putAll(more);
    RunNamespace namespace = RunNamespace.make(api, name, all);
    LOG.info("Namespace {} was made in context {}.", name, api.config().context());
    try {
      GuardPost guard =
          new GuardPost(name, labels, images.java(), OLD_AFTER, Rights.mayResize(api, name));
      for (HasMetadata part : guard.parts()) {
        api.ask(
            RootLocale.format("make the guard's %s", part.getKind()),
            client -> client.resource(part).inNamespace(name).create());
      }
      LeaseKeeper lease = new LeaseKeeper(api, name).begin();
      PodStarter starter =
          new PodStarter(
              api,
              new Pods(api, name),
              new PodMaker(name, labels, images),
              new Tunnel(api, name),
              context.settings().milliseconds(KnownSettings.PULL_TIMEOUT));
      return new Foothold(namespace, lease, starter, WordsGuard.start(context, logs));
    } catch (RuntimeException e) {
      namespace.remove().forEach(left -> e.addSuppressed(new RuntimeFailureException(left)));
      throw e;
    }
  }

  /**
   * Removes it all. The Lease is renewed to the end: else the guard and the run would remove the
   * same.
   *
   * @return a sentence for what was not removed
   */
  List<String> giveUp() {
    List<String> problems = new ArrayList<>(closeTunnel());
    starter.pods().close();
    problems.addAll(namespace.remove());
    lease.close();
    starter.api().close();
    words.close();
    return problems;
  }

  private List<String> closeTunnel() {
    try {
      starter.tunnel().close();
      return List.of();
    } catch (IOException e) {
      return List.of(
          RootLocale.format("%s did not close: %s.", starter.tunnel(), Failure.words(e)));
    }
  }
}
