package io.chaoschapters.diagnosis.baseline;

import java.util.Optional;

/** Names the term that happens to stand first in the glossary. */
public final class FirstTerm extends BaselineDiagnoser {
  public FirstTerm() {
    super("first-term", evidence -> Optional.of(evidence.glossary().names().get(0)));
  }
}
