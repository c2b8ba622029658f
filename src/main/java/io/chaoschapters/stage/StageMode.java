package io.chaoschapters.stage;

import java.util.Locale;
import org.apiguardian.api.API;

/** In whose hands a run is; shown on the stage unless it is live. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum StageMode {
  /** A presenter turns the pages. */
  LIVE,
  /** The whole show unattended, with the waits that a presenter would make. */
  REHEARSE,
  /** A recording of an earlier run: nothing on the screen happens now. */
  REPLAY;

  /** Reads a mode as the journal writes it; what is not known is {@link #LIVE}. */
  public static StageMode of(String text) {
    for (StageMode mode : values()) {
      if (mode.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return mode;
      }
    }
    return LIVE;
  }
}
