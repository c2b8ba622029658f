package io.chaoschapters.diagnosis.baseline;

import java.util.Optional;

/** Names the same term whatever it is shown. */
public final class ConstantTerm extends BaselineDiagnoser {
  public ConstantTerm(String term) {
    super("constant-term", evidence -> Optional.of(term));
  }
}
