package io.chaoschapters.safety.matrix;

/** The fault was over before the victim was struck, so that the try shows nothing. */
final class MissedException extends Exception {
  private static final long serialVersionUID = 1;

  MissedException() {
    super("the fault was over before the blow");
  }
}
