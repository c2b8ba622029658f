package io.chaoschapters.stage;

/** What a piece of the stage means; a palette turns it into colours. */
enum Tone {
  TEXT,
  STRONG,
  MUTED,
  RULE,
  KEY,
  GOOD,
  BAD,
  WARN,
  UNSURE,
  ANSWER,
  CHART,
  LIMIT,
  LABEL,
  STATUS_NORMAL,
  STATUS_INJECTING,
  STATUS_RECOVERING,
  STATUS_UNKNOWN;

  static Tone of(StatusWord word) {
    return switch (word) {
      case NORMAL -> STATUS_NORMAL;
      case INJECTING -> STATUS_INJECTING;
      case RECOVERING -> STATUS_RECOVERING;
      case UNKNOWN -> STATUS_UNKNOWN;
    };
  }
}
