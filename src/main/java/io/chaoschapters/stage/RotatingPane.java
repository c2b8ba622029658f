package io.chaoschapters.stage;

import java.util.List;

/** Which panel a small screen shows beneath the narration. */
final class RotatingPane {
  /** The panels that take turns. */
  static final List<Panel> PANES =
      List.of(Panel.CLUSTER, Panel.INVARIANTS, Panel.METRICS, Panel.AI, Panel.LOG);

  private static final double TURN_SECONDS = 5;
  private static final double ANSWER_SECONDS = 15;

  private RotatingPane() {}

  /** The one that is held, else the one that matters now, else the next in turn. */
  static Panel at(Scene scene) {
    if (scene.view().pane() > 0) {
      return PANES.get((scene.view().pane() - 1) % PANES.size());
    }
    DiagnosisState diagnosis = scene.state().diagnosis();
    boolean asked = diagnosis.phase() == DiagnosisState.Phase.ASKED;
    boolean newAnswer =
        diagnosis.phase() != DiagnosisState.Phase.NONE
            && scene.now() - diagnosis.since() < ANSWER_SECONDS;
    if (asked || newAnswer || scene.state().review().isOpen()) {
      return Panel.AI;
    }
    int turn = (int) Math.floor(Math.max(0, scene.now()) / TURN_SECONDS);
    if (scene.state().fault().isActive()) {
      return turn % 2 == 0 ? Panel.METRICS : Panel.INVARIANTS;
    }
    boolean asideFromAi = diagnosis.phase() == DiagnosisState.Phase.NONE;
    List<Panel> turns = asideFromAi ? PANES.stream().filter(p -> p != Panel.AI).toList() : PANES;
    return turns.get(turn % turns.size());
  }
}
