package io.chaoschapters.diagnosis.baseline;

import io.chaoschapters.diagnosis.Diagnoser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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
    all.add(alwaysNone());
    if (!expectations.isEmpty()) {
      all.add(mostCommonTerm(expectations));
    }
    all.add(firstTerm());
    all.add(new KeywordMatch());
    all.add(random(seed));
    return List.copyOf(all);
  }

  /** Never sees an anomaly. */
  public static Diagnoser alwaysNone() {
    return new BaselineDiagnoser("always-none", evidence -> Optional.empty());
  }

  /** Names the term that happens to stand first in the glossary. */
  public static Diagnoser firstTerm() {
    return new BaselineDiagnoser(
        "first-term", evidence -> Optional.of(evidence.glossary().names().get(0)));
  }

  /** Names the term that is expected most often; a tie goes to the first by alphabet. */
  public static Diagnoser mostCommonTerm(List<String> expectations) {
    Map<String, Integer> counts = new TreeMap<>();
    expectations.forEach(term -> counts.merge(term, 1, Integer::sum));
    Optional<String> term =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return new BaselineDiagnoser("most-common-term", evidence -> term);
  }

  /** Names any term, or none, as the dice fall. */
  private static Diagnoser random(long seed) {
    Random random = new Random(seed);
    return new BaselineDiagnoser(
        "random",
        evidence -> {
          List<String> terms = evidence.glossary().names();
          int choice = random.nextInt(terms.size() + 1);
          return choice == terms.size() ? Optional.empty() : Optional.of(terms.get(choice));
        });
  }
}
