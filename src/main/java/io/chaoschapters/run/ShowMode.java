package io.chaoschapters.run;

import org.apiguardian.api.API;

/** In whose hands a run is. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum ShowMode {
  /** A presenter turns the pages, or nobody has to. */
  LIVE,
  /** The whole show unattended, with the pauses that a presenter would make. */
  REHEARSE
}
