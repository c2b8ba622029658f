package io.chaoschapters.stage.panel;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The panels of the stage. A new one is a class and its line in {@link #ALL}: that gives it a key,
 * and its turn on a small screen; only a place on a large one is {@link StageLayout}'s.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Panels {
  /** Title, narration, and what is waited for. */
  public static final Panel CHAPTER = new ChapterPanel();

  /** The components and their health. */
  public static final Panel CLUSTER = new ClusterPanel();

  /** What should hold, and whether it does. */
  public static final Panel INVARIANTS = new InvariantsPanel();

  /** The signals' courses. */
  public static final Panel METRICS = new MetricsPanel();

  /** The diagnoser's answer. */
  public static final Panel AI = new AiPanel();

  /** The newest events. */
  public static final Panel LOG = new LogPanel();

  /** The status word. */
  public static final Panel STATUS = new StatusBar();

  /** All of them; the key of each is its place, from 1. */
  public static final List<Panel> ALL =
      List.of(CHAPTER, CLUSTER, INVARIANTS, METRICS, AI, LOG, STATUS);

  private Panels() {}

  /** The panel of a digit from 1 on. */
  public static Panel of(int key) {
    return ALL.get(key - 1);
  }

  /** The digit that fills the screen with a panel. */
  public static int key(Panel panel) {
    return ALL.indexOf(panel) + 1;
  }
}
