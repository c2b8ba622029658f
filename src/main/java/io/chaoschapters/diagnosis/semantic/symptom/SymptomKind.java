package io.chaoschapters.diagnosis.semantic.symptom;

import org.apiguardian.api.API;

/** Where a symptom comes from, the most telling first. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum SymptomKind {
  /** Components of one role changed their state. */
  STATE,
  /** What one component was, another is now, or nobody. */
  MOVED,
  /** An invariant is out of bounds, or work comes in far beyond what is usual. */
  VIOLATION,
  /**
   * What a component's state says better: an invariant that it answers, or that it is unwell when
   * others of its role are lost.
   */
  COVERED,
  /** What a component says of itself changed. */
  DETAIL,
  /** A new warning in the log. */
  WARNING,
  /** A number moved. */
  SIGNAL,
  /** An invariant was out of bounds and holds again. */
  PAST,
  /** Another new line in the log. */
  LINE,
  /** A number is not known any more. */
  LOST_SIGNAL;

  /** What a fault is known by; the others may be its consequences or chance. */
  public boolean isHard() {
    return this == STATE || this == VIOLATION;
  }

  /** Whether it may decide that a definition fits at all. */
  public boolean isSpecific() {
    return isHard() || this == MOVED || this == WARNING;
  }

  /** Whether it is happening now, for sure. */
  public boolean isPresent() {
    return this != PAST && this != LINE;
  }
}
