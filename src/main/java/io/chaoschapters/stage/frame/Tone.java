package io.chaoschapters.stage.frame;

import org.apiguardian.api.API;

/** What a piece of the stage means; a palette turns it into colors. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Tone {
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
  STATUS_UNKNOWN
}
