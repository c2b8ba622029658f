package io.chaoschapters.trials.baseline;

import org.apiguardian.api.API;

/** The chances that comparisons with a baseline promise to keep; documents name the same. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Guarantee {
  /** The chance that the tests call an unchanged diagnoser worse, faults and controls together. */
  public static final double ALPHA = 0.05;

  /** The chance that a diagnoser that fell by {@link #LOSS} is called not worse. */
  public static final double BETA = 0.05;

  /** A diagnoser that is wrong so much more often must be found. */
  public static final double LOSS = 1.0 / 3;

  /** The power below which a fixed number of trials is reported as too small. */
  public static final double POWER = 0.8;

  private Guarantee() {}
}
