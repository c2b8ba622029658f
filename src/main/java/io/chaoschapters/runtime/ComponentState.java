package io.chaoschapters.runtime;

import org.apiguardian.api.API;

/** What the runtime knows of a component's process; whether it serves is for the subject to say. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ComponentState {
  /** Its process runs. */
  RUNNING,
  /** Its process exists and is suspended: connections stay open, nothing is answered. */
  FROZEN,
  /** Its process has ended, by a kill, a stop or of itself. */
  STOPPED,
  /** The runtime cannot tell. */
  UNKNOWN
}
