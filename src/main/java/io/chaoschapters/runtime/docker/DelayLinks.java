package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.docker.image.ImageBuilder;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.runtime.network.ProxyLink;
import io.chaoschapters.text.Failure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The links of a run. Without their image the run continues, but nothing can be delayed in it. */
final class DelayLinks {
  private static final Logger LOG = LoggerFactory.getLogger(DelayLinks.class);
  private static final String POSSIBLE = "";

  private final ImageBuilder images;
  private final DockerComponent.Surroundings surroundings;
  private final Map<String, DockerComponent> made = new ConcurrentHashMap<>();
  private @Nullable String whyNot;

  DelayLinks(ImageBuilder images, DockerComponent.Surroundings surroundings) {
    this.images = images;
    this.surroundings = surroundings;
  }

  /** What has to be started before a component; nothing when none of its ports is delayable. */
  List<ComponentSpec> inFrontOf(ComponentSpec spec) {
    ContainerProgram program = spec.container();
    return program == null || spec.delayable().isEmpty() || !whyNot().isEmpty()
        ? List.of()
        : List.of(LinkProxy.spec(spec, program));
  }

  private synchronized String whyNot() {
    String known = whyNot;
    if (known == null) {
      known = look();
      whyNot = known;
    }
    return known;
  }

  private String look() {
    try {
      images.get(ContainerImage.of(LinkProxy.IMAGE));
      return POSSIBLE;
    } catch (RuntimeFailureException e) {
      LOG.warn("Answers cannot be delayed in this run. {}", Failure.words(e));
      return "the proxy that delays answers is not available: "
          + Failure.words(e).replaceAll("[.]$", "");
    }
  }

  /** Every component that was made; those that others ask for are found among them. */
  void made(DockerComponent component) {
    made.put(component.id(), component);
  }

  ProxyLink.Choice choiceFor(ComponentSpec spec) {
    return ProxyLink.Choice.of(
        spec,
        made.get(ContainerProgram.linkName(spec.id())),
        this::whyNot,
        proxy -> new DelayLink(spec, proxy, surroundings.guard(), surroundings.engine().socket()));
  }
}
