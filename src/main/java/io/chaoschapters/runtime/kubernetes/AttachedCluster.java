package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.Watchdog;
import io.chaoschapters.runtime.attach.AtOnce;
import io.chaoschapters.runtime.attach.AttachedMetrics;
import io.chaoschapters.runtime.attach.Candidate;
import io.chaoschapters.runtime.attach.TargetChoice;
import io.chaoschapters.runtime.components.PartsBase;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.settings.AttachSettings;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Components that run already in a namespace of somebody else. The run has a namespace of its own
 * beside it, for its guard and for what disturbs them; in theirs it makes, changes and removes
 * nothing.
 */
final class AttachedCluster extends PartsBase<AttachedComponent> {
  /** What disturbs a pod from its node needs more than a cluster may grant by default. */
  private static final Map<String, String> LABELS =
      Map.of("pod-security.kubernetes.io/enforce", "privileged");

  private final RuntimeContext context;
  private final Api api;
  private final String own;
  private final TheirPods theirs;
  private final TargetChoice choice;
  private final AtOnce atOnce;
  private @Nullable Foothold foothold;

  /**
   * Nothing is made or looked for yet.
   *
   * @param own the name of the namespace that the run makes
   * @param namespace theirs
   */
  AttachedCluster(RuntimeContext context, Api api, String own, String namespace) {
    super(
        KubernetesRuntimeProvider.ID,
        context.settings(),
        open(context, KubernetesRuntimeProvider.ID, folder -> folder));
    this.context = context;
    this.api = api;
    this.own = own;
    this.theirs = new TheirPods(api, namespace);
    this.choice =
        new TargetChoice(
            "namespace " + namespace,
            selector -> theirs.find(selector).stream().map(TheirPods::candidate).toList());
    this.atOnce = new AtOnce(context.settings().count(AttachSettings.MOST));
  }

  /** People see what may be hit before anything is made in the cluster. */
  @Override
  public List<AttachedComponent> start(List<ComponentSpec> specs) {
    Map<String, Candidate> chosen = choice.choose(specs);
    context.confirmation().accept(choice.preview(chosen, atOnce.most()));
    Foothold ours = foothold();
    AttachedComponent.Surroundings surroundings =
        new AttachedComponent.Surroundings(theirs, ours.starter(), choice, atOnce);
    List<AttachedComponent> started =
        components.start(
            specs, spec -> component(spec, surroundings, chosen.get(spec.id()).name()));
    Map<String, List<AttachedComponent>> bySelector =
        specs.stream()
            .collect(
                Collectors.groupingBy(
                    spec -> Objects.requireNonNull(spec.existing()).selector().strip(),
                    Collectors.mapping(spec -> byId(started, spec.id()), Collectors.toList())));
    bySelector.forEach(this::follow);
    ours.lease().awaitGuard();
    return started;
  }

  private synchronized Foothold foothold() {
    Foothold present = foothold;
    if (present == null) {
      present = Foothold.take(context, logs(), api, own, LABELS);
      foothold = present;
    }
    return present;
  }

  private AttachedComponent component(
      ComponentSpec spec, AttachedComponent.Surroundings surroundings, String name) {
    Pod pod =
        theirs
            .look(name)
            .orElseThrow(
                () ->
                    new RuntimeFailureException(
                        RootLocale.format(
                            "Component '%s' is not there any more: pod %s in namespace %s is gone.",
                            spec.id(), name, theirs.namespace())));
    return new AttachedComponent(
        spec, Objects.requireNonNull(spec.existing()), surroundings, logOf(spec), pod);
  }

  private static AttachedComponent byId(List<AttachedComponent> all, String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private void follow(String selector, List<AttachedComponent> sharing) {
    closeLater(theirs.follow(selector, seen -> learn(sharing, seen))::close);
  }

  /** A pod that is gone is replaced, by whoever made it, with one of another name. */
  private synchronized void learn(List<AttachedComponent> sharing, List<Pod> seen) {
    Map<String, Pod> byName =
        seen.stream()
            .filter(TheirPods::lasts)
            .collect(Collectors.toMap(pod -> pod.getMetadata().getName(), pod -> pod));
    Set<String> taken = new HashSet<>();
    List<AttachedComponent> homeless = new ArrayList<>();
    for (AttachedComponent component : sharing) {
      Pod same = byName.get(component.podName());
      if (same == null) {
        homeless.add(component);
      } else {
        taken.add(component.podName());
        component.learn(same);
      }
    }
    List<Pod> free =
        byName.values().stream()
            .filter(pod -> !taken.contains(pod.getMetadata().getName()))
            .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
            .toList();
    for (int i = 0; i < homeless.size(); i++) {
      if (i < free.size()) {
        homeless.get(i).learn(free.get(i));
      } else {
        homeless.get(i).learnGone();
      }
    }
  }

  /** Nothing is started for it: this machine scrapes. */
  @Override
  public MetricsService startMetrics(List<ScrapeTarget> targets) {
    return AttachedMetrics.start(targets, this);
  }

  @Override
  public Watchdog.Watch endAfter(Duration limit) {
    return foothold().lease().endAfter(limit);
  }

  @Override
  protected void endRest(List<String> problems) {
    Foothold ours = foothold;
    if (ours == null) {
      api.close();
    } else {
      problems.addAll(ours.giveUp());
    }
  }
}
