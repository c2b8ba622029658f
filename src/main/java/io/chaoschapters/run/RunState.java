package io.chaoschapters.run;

import org.apiguardian.api.API;

/** How far a run has come. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum RunState {
  /** It is running. */
  RUNNING,
  /** It ended in good order, whatever its chapters found. */
  ENDED,
  /** A signal, a crash or its user ended it before its time. */
  CUT_OFF
}
