package io.chaoschapters.diagnosis.leak;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What gives an answer away beside the glossary's own terms.
 *
 * @param anywhere what may stand nowhere: names of experiments and of a subject's faults, titles
 * @param outsideGlossary words so common that a definition may need them, such as the name of a
 *     fault that every component knows; they may not stand in what was observed
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ForbiddenPhrases(List<String> anywhere, List<String> outsideGlossary) {
  public ForbiddenPhrases {
    anywhere = List.copyOf(anywhere);
    outsideGlossary = List.copyOf(outsideGlossary);
  }

  /** Nothing but the glossary's own terms. */
  public static ForbiddenPhrases none() {
    return new ForbiddenPhrases(List.of(), List.of());
  }
}
