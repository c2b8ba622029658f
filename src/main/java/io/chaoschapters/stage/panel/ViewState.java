package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.RunView;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How the presenter looks at the show; nothing of it changes the show itself.
 *
 * @param zoom the panel that fills the screen, from 1; 0 for none
 * @param overlay what lies over the panels
 * @param frozen what the panels are frozen at, or null when they are not
 * @param notes whether the speaker notes are shown
 * @param timer whether the timer is shown
 * @param scroll lines that an overlay is scrolled down
 * @param page the narration's page, from 0
 * @param back how many chapters back the narration is
 * @param pane the pane that a small screen is held at, from 1; 0 to let it rotate
 * @param typed digits of a jump, or empty
 * @param message one line for the presenter, or empty
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ViewState(
    int zoom,
    Overlay overlay,
    @Nullable Freeze frozen,
    boolean notes,
    boolean timer,
    int scroll,
    int page,
    int back,
    int pane,
    String typed,
    String message) {

  /**
   * A moment at which the panels stand still.
   *
   * @param run what they show
   * @param at when, in seconds since the run started
   */
  public record Freeze(RunView run, double at) {}

  /** The overlay. */
  public enum Overlay {
    /** Nothing. */
    NONE,
    /** The keys. */
    HELP,
    /** The evidence and the prompt. */
    EVIDENCE,
    /** The question for a chapter's number. */
    JUMP,
    /** The question whether to quit while a fault is active. */
    QUIT
  }

  /** The plain view. */
  public static ViewState initial() {
    return new ViewState(0, Overlay.NONE, null, false, true, 0, 0, 0, 0, "", "");
  }

  /** Returns a copy with one panel over all others; 0 for none. */
  public ViewState withZoom(int panel) {
    return new ViewState(panel, overlay, frozen, notes, timer, 0, page, back, pane, typed, message);
  }

  /** With something over the panels. */
  public ViewState withOverlay(Overlay next) {
    return new ViewState(zoom, next, frozen, notes, timer, 0, page, back, pane, "", message);
  }

  /** Frozen at a moment; null to let it run. */
  public ViewState withFrozen(@Nullable Freeze moment) {
    return new ViewState(
        zoom, overlay, moment, notes, timer, scroll, page, back, pane, typed, message);
  }

  /** With the speaker notes shown, or not. */
  public ViewState withNotes(boolean shown) {
    return new ViewState(
        zoom, overlay, frozen, shown, timer, scroll, page, back, pane, typed, message);
  }

  /** With the timer shown, or not. */
  public ViewState withTimer(boolean shown) {
    return new ViewState(
        zoom, overlay, frozen, notes, shown, scroll, page, back, pane, typed, message);
  }

  /** Scrolled down by so many lines, 0 or more. */
  public ViewState withScroll(int lines) {
    return new ViewState(
        zoom, overlay, frozen, notes, timer, Math.max(0, lines), page, back, pane, typed, message);
  }

  /** At a page of the narration of a chapter so many chapters back. */
  public ViewState withPage(int nextPage, int nextBack) {
    return new ViewState(
        zoom,
        overlay,
        frozen,
        notes,
        timer,
        scroll,
        Math.max(0, nextPage),
        Math.max(0, nextBack),
        pane,
        typed,
        message);
  }

  /** Held at a pane; 0 to let it rotate. */
  public ViewState withPane(int next) {
    return new ViewState(
        zoom, overlay, frozen, notes, timer, scroll, page, back, next, typed, message);
  }

  /** With the digits of a jump. */
  public ViewState withTyped(String digits) {
    return new ViewState(
        zoom, overlay, frozen, notes, timer, scroll, page, back, pane, digits, message);
  }

  /** With one line for the presenter. */
  public ViewState withMessage(String line) {
    return new ViewState(
        zoom, overlay, frozen, notes, timer, scroll, page, back, pane, typed, line);
  }

  /** Whether the panels are frozen. */
  public boolean isFrozen() {
    return frozen != null;
  }
}
