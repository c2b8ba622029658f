package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.DiagnosisView;
import java.util.List;
import java.util.Optional;

/** Which panel a small screen shows beneath the narration. */
final class RotatingPane {
  /** The panels that take turns. */
  static final List<Panel> PANES = Panels.ALL.stream().filter(Panel::takesTurns).toList();

  private static final double TURN_SECONDS = 5;
  private static final double ANSWER_SECONDS = 15;

  private RotatingPane() {}

  /** The one that is held, else the one that matters now, else the next in turn. */
  static Panel at(Scene scene) {
    if (scene.view().pane() > 0) {
      return PANES.get((scene.view().pane() - 1) % PANES.size());
    }
    Optional<DiagnosisView> diagnosis = scene.diagnosis();
    boolean news =
        diagnosis
            .filter(d -> d.answer() == null || scene.now() - d.since() < ANSWER_SECONDS)
            .isPresent();
    if (news || scene.isReview()) {
      return Panels.AI;
    }
    int turn = (int) Math.floor(Math.max(0, scene.now()) / TURN_SECONDS);
    if (scene.run().chaos().isActive()) {
      return turn % 2 == 0 ? Panels.METRICS : Panels.INVARIANTS;
    }
    List<Panel> turns =
        PANES.stream().filter(panel -> panel != Panels.AI || diagnosis.isPresent()).toList();
    return turns.get(turn % turns.size());
  }
}
