package io.chaoschapters.diagnosis.baseline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Names the term that is expected most often. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MostCommonTerm extends BaselineDiagnoser {
  /** Counts the expectations; a tie goes to the first by alphabet. */
  public MostCommonTerm(List<String> expectations) {
    super("most-common-term", evidence -> Optional.of(mostCommon(expectations)));
  }

  private static String mostCommon(List<String> expectations) {
    Map<String, Integer> counts = new TreeMap<>();
    expectations.forEach(term -> counts.merge(term, 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
