package io.chaoschapters.trials.statistics;

import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * Two samples of answers: the baseline's and the new one.
 *
 * @param rightBefore right answers in the baseline
 * @param before all answers in the baseline
 * @param rightNow right answers now
 * @param now all answers now
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Counts(int rightBefore, int before, int rightNow, int now) {
  /** Checks the numbers. */
  public Counts {
    if (rightBefore < 0 || rightBefore > before || rightNow < 0 || rightNow > now) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "%d of %d and %d of %d are no two samples.", rightBefore, before, rightNow, now));
    }
  }

  /** The two samples in the other order. */
  public Counts swapped() {
    return new Counts(rightNow, now, rightBefore, before);
  }
}
