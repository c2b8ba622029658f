package io.chaoschapters.diagnosis.baseline;

import java.util.Optional;
import org.apiguardian.api.API;

/** Names the same term whatever it is shown. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ConstantTerm extends BaselineDiagnoser {
  /** Names this one. */
  public ConstantTerm(String term) {
    super("constant-term", evidence -> Optional.of(term));
  }
}
