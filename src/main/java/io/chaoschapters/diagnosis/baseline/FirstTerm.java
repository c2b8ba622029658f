package io.chaoschapters.diagnosis.baseline;

import java.util.Optional;
import org.apiguardian.api.API;

/** Names the term that happens to stand first in the glossary. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FirstTerm extends BaselineDiagnoser {
  /** Needs nothing to know. */
  public FirstTerm() {
    super("first-term", evidence -> Optional.of(evidence.glossary().names().get(0)));
  }
}
