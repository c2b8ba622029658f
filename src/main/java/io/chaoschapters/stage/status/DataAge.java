package io.chaoschapters.stage.status;

import io.chaoschapters.run.view.RunView;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * How old data is, told in polls that were missed.
 *
 * @param seconds how old; NaN when there is no data yet
 * @param freshness what that means
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record DataAge(double seconds, Freshness freshness) {
  private static final int DIM_AFTER = 2;
  private static final int STALE_AFTER = 3;

  /** What an age means. */
  public enum Freshness {
    /** There was no data yet. */
    NONE,
    /** As new as it can be. */
    FRESH,
    /** Two polls were missed. */
    AGEING,
    /** Three polls or more were missed: nothing is known any more. */
    STALE
  }

  /** The age of what the newest observation saw. */
  public static DataAge of(RunView run, double now) {
    return of(run.observed().observedAt(), now, run.facts().pollSeconds());
  }

  /**
   * The age of data.
   *
   * @param at when it was taken, NaN for never
   * @param now the present
   * @param period from one poll to the next
   */
  static DataAge of(double at, double now, double period) {
    if (Double.isNaN(at)) {
      return new DataAge(Double.NaN, Freshness.NONE);
    }
    double age = Math.max(0, now - at);
    int missed = (int) Math.floor(age / period);
    if (missed >= STALE_AFTER) {
      return new DataAge(age, Freshness.STALE);
    }
    return new DataAge(age, missed >= DIM_AFTER ? Freshness.AGEING : Freshness.FRESH);
  }

  /** For a panel's head, such as {@code 1 s ago} or {@code STALE 7 s}. */
  public String words() {
    return switch (freshness) {
      case NONE -> "no data yet";
      case STALE -> RootLocale.format("STALE %.0f s", Math.floor(seconds));
      default -> RootLocale.format("%.0f s ago", Math.floor(seconds));
    };
  }

  /** Whether it is too old to be called healthy. */
  public boolean isUnknown() {
    return freshness == Freshness.STALE || freshness == Freshness.NONE;
  }
}
