package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.ChaosView;
import io.chaoschapters.run.view.FaultView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/** The bottom row: keys or a message at the left, timer and chapter counter at the right. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Footer {
  private Footer() {}

  public static void draw(Canvas row, Scene scene, double now) {
    String right = right(scene, now);
    row.textRight(0, right + " ", Tone.STRONG);
    Canvas left = row.part(1, 0, row.width() - right.length() - 4, 1);
    ViewState view = scene.view();
    if (view.overlay() == ViewState.Overlay.JUMP) {
      left.text(0, 0, "go to chapter " + view.typed() + "_   enter goes, esc stays", Tone.KEY);
    } else if (view.overlay() == ViewState.Overlay.QUIT) {
      left.text(0, 0, "A fault is active. Undo it and quit?  y quits, n stays", Tone.KEY);
    } else if (!view.message().isEmpty()) {
      left.text(0, 0, view.message(), Tone.KEY);
    } else if (scene.isReview()) {
      left.text(0, 0, paused(scene.run(), now), Tone.KEY);
    } else {
      int column = scene.run().chaos().isActive() ? KeyHint.ABORT.draw(left, 0) : 0;
      for (KeyHint hint : KeyHint.FOOTER) {
        column = hint.draw(left, column);
      }
    }
  }

  /** The cluster waits for the presenter; a fault does for a while, unless it ends by itself. */
  static String paused(RunView run, double now) {
    FaultView fault = run.fault().orElse(null);
    if (fault == null || run.chaos().phase() == ChaosView.Phase.NONE) {
      return "paused: the cluster stays until you decide";
    }
    if (run.chaos().phase() != ChaosView.Phase.ACTIVE) {
      return "paused: the fault is over; the cluster stays as it is";
    }
    String what =
        fault.isKept()
            ? "the fault is kept for %.0f s more at most"
            : "the fault ends by itself in %.0f s";
    double left = Math.max(0, fault.injectedAt() + fault.lasts() - now);
    return RootLocale.format("paused: " + what + "; the cluster stays", Math.ceil(left));
  }

  /** The chapter's place in the show, such as {@code [3/8]}; empty when it is not known. */
  static String counter(Scene scene) {
    int number = scene.chapter().number();
    return number == 0
        ? ""
        : RootLocale.format("[%d/%d]", number, Math.max(number, scene.run().count()));
  }

  private static String right(Scene scene, double now) {
    String counter = counter(scene);
    if (!scene.view().timer()) {
      return counter;
    }
    long seconds = (long) Math.max(0, Math.floor(now));
    String timer =
        RootLocale.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return counter.isEmpty() ? timer : timer + "  " + counter;
  }
}
