package io.chaoschapters.chaos;

/** What is known of a run's fault at this moment. */
enum FaultActivity {
  /** None was injected. */
  NONE,
  /** It is there. */
  ACTIVE,
  /** It was there and is over. */
  OVER,
  /** The fault could not say. */
  UNCLEAR
}
