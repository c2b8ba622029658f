package io.chaoschapters.diagnosis.baseline;

import io.chaoschapters.diagnosis.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apiguardian.api.API;

/** Names any term, or none, as the dice fall. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RandomTerm extends BaselineDiagnoser {
  /** The seed makes it repeatable. */
  public RandomTerm(long seed) {
    this(new Random(seed));
  }

  private RandomTerm(Random random) {
    super("random", evidence -> choose(evidence, random));
  }

  private static Optional<String> choose(Evidence evidence, Random random) {
    List<String> terms = evidence.glossary().names();
    int choice = random.nextInt(terms.size() + 1);
    return choice == terms.size() ? Optional.empty() : Optional.of(terms.get(choice));
  }
}
