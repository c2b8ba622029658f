package io.chaoschapters.diagnosis.baseline;

import io.chaoschapters.diagnosis.Diagnoser;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** All trivial rules. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Baselines {
  private Baselines() {}

  /**
   * Makes them.
   *
   * @param expectations every term that is expected, as often as it is; without one the rule that
   *     needs them is left out
   * @param seed makes the random one repeatable
   */
  public static List<Diagnoser> of(List<String> expectations, long seed) {
    List<Diagnoser> all = new ArrayList<>();
    all.add(new AlwaysNone());
    if (!expectations.isEmpty()) {
      all.add(new MostCommonTerm(expectations));
    }
    all.add(new FirstTerm());
    all.add(new KeywordMatch());
    all.add(new RandomTerm(seed));
    return List.copyOf(all);
  }
}
