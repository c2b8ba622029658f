package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.subject.Health;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a component say of its health.
 *
 * @param rules the first that fits decides
 * @param otherwise what any other answer means
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record HealthRules(List<Rule> rules, Health otherwise) {
  /** Copies the rules. */
  public HealthRules {
    rules = List.copyOf(rules);
  }

  /**
   * One kind of answer.
   *
   * @param health what it means
   * @param codes statuses or exit codes; empty for any
   * @param text what is in the answer; null for anything
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Rule(Health health, List<Integer> codes, @Nullable Pattern text) {
    /** Copies the codes. */
    public Rule {
      codes = List.copyOf(codes);
    }

    boolean fits(Answer answer) {
      return (codes.isEmpty() || codes.contains(answer.code()))
          && (text == null || text.matcher(answer.text()).find());
    }
  }

  /** The health that an answer, or its absence, stands for. */
  public Health of(Answer answer) {
    Health failure = answer.failure();
    return failure != null
        ? failure
        : rules.stream()
            .filter(rule -> rule.fits(answer))
            .map(Rule::health)
            .findFirst()
            .orElse(otherwise);
  }
}
