package io.chaoschapters.safety.matrix;

/**
 * A victim could not be struck in the middle of its fault, so that the try shows nothing: the fault
 * was over, or a machine with much other work let it not come that far.
 */
final class MissedException extends Exception {
  private static final long serialVersionUID = 1;

  MissedException(String why) {
    super(why);
  }
}
