package io.chaoschapters.runtime.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.RuntimeFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** It refuses rather than guesses which of what runs may be hit. */
class TargetChoiceTest {
  private static final Map<String, String> WEB = Map.of("app", "web", Candidate.ALLOW, "true");

  private final List<Candidate> running = new ArrayList<>();
  private final TargetChoice choice = new TargetChoice("namespace staging", this::find);

  private List<Candidate> find(String selector) {
    return running.stream()
        .filter(
            one ->
                selector.isEmpty()
                    || one.labels().containsKey(selector.split("=")[0])
                        && one.labels().get(selector.split("=")[0]).equals(selector.split("=")[1]))
        .toList();
  }

  private void runs(String name, Map<String, String> labels) {
    running.add(new Candidate("pod", name, "ReplicaSet web-1", labels));
  }

  private static ComponentSpec spec(String id, String selector) {
    return ComponentSpec.of(id, "node", component -> true, Duration.ofSeconds(1))
        .foundBy(selector, Map.of());
  }

  @Test
  void componentsThatShareASelector_getWhatItFindsByName() {
    runs("web-b", WEB);
    runs("web-a", WEB);
    runs("other", Map.of());

    Map<String, Candidate> chosen =
        choice.choose(List.of(spec("node-1", "app=web"), spec("node-2", "app=web")));

    assertThat(chosen.get("node-1").name()).isEqualTo("web-a");
    assertThat(chosen.get("node-2").name()).isEqualTo("web-b");
    assertThat(choice.preview(chosen, 1))
        .containsExactly(
            "Attached to namespace staging: 2 of what runs there may be hit, at most 1 at once (setting attach.most).",
            "pod web-a of ReplicaSet web-1 may be hit as 'node-1'.",
            "pod web-b of ReplicaSet web-1 may be hit as 'node-2'.");
  }

  @Test
  void selectorThatFindsNothing_isToldWithWhatThereIs() {
    runs("other", Map.of());

    assertThatThrownBy(() -> choice.choose(List.of(spec("node-1", "app=web"))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage(
            "The selector 'app=web' of 'node-1' finds nothing that runs in namespace staging. There is: other.");
  }

  @Test
  void selectorThatFindsMoreThanTheSubjectHas_isRefused() {
    for (int i = 0; i < 7; i++) {
      runs("web-" + i, WEB);
    }

    assertThatThrownBy(() -> choice.choose(List.of(spec("node-1", "app=web"))))
        .hasMessageContaining("'app=web' finds 7 in namespace staging")
        .hasMessageContaining("web-4 and 2 more")
        .hasMessageContaining("the subject has 1 with it ('node-1')");
  }

  @Test
  void emptySelector_wouldMeanEverything() {
    runs("web-1", WEB);

    assertThatThrownBy(() -> choice.choose(List.of(spec("node-1", " "))))
        .hasMessageContaining("'node-1' has no selector")
        .hasMessageContaining("an empty one would mean everything");
  }

  @Test
  void componentWithoutASelector_isNamed() {
    ComponentSpec plain =
        ComponentSpec.of("node-1", "node", component -> true, Duration.ofSeconds(1));

    assertThatThrownBy(() -> choice.choose(List.of(plain)))
        .hasMessageContaining("'node-1' has no selector");
  }

  @Test
  void targetWithoutTheLabel_isNotHit() {
    runs("web-1", Map.of("app", "web"));

    assertThatThrownBy(() -> choice.choose(List.of(spec("node-1", "app=web"))))
        .hasMessage(
            "Nothing is done to pod web-1 of ReplicaSet web-1 in namespace staging: it does not carry the label chaoschapters.io/allow=true, by which its owner allows it (in the template of ReplicaSet web-1).");
  }

  @Test
  void labelThatSaysNo_isNoYes() {
    runs("web-1", Map.of("app", "web", Candidate.ALLOW, "false"));

    assertThatThrownBy(() -> choice.choose(List.of(spec("node-1", "app=web"))))
        .hasMessageContaining("does not carry the label chaoschapters.io/allow=true");
  }

  @Test
  void oneThatIsTwoComponents_isRefused() {
    runs("web-1", Map.of("app", "web", "tier", "front", Candidate.ALLOW, "true"));

    assertThatThrownBy(
            () -> choice.choose(List.of(spec("node-1", "app=web"), spec("front", "tier=front"))))
        .hasMessageContaining("'node-1' and 'front' are both pod web-1");
  }
}
