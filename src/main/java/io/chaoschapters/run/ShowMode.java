package io.chaoschapters.run;

import org.apiguardian.api.API;

/** Who controls a run. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum ShowMode {
  /** Live: a presenter turns the pages, or they turn by themselves. */
  LIVE,
  /** The whole show unattended, with the pauses that a presenter would make. */
  REHEARSE
}
