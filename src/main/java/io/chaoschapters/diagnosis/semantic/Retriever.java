package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.settings.Settings;
import org.apiguardian.api.API;

/** Looks up the definitions that are most alike to what was observed. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Retriever {
  private final SemanticDiagnoser embedded;

  /** Makes one, whose model is loaded when it is first asked. */
  public Retriever(Settings settings) {
    this.embedded = SemanticDiagnoserProvider.make(settings);
  }

  /** Loads the model. */
  public void warmUp() {
    embedded.load();
  }

  /** The definitions of the evidence's own glossary, and what the embedded model says of them. */
  public Retrieval of(Evidence evidence) {
    return embedded.retrieve(evidence);
  }
}
