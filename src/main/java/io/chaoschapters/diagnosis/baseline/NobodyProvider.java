package io.chaoschapters.diagnosis.baseline;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Answers nothing: experiments run and their evidence is kept, for authors of a glossary who want
 * to write it before they see what any diagnoser makes of it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NobodyProvider implements DiagnoserProvider {
  private static final String ID = "nobody";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Diagnoser open(Settings settings) {
    return new Nobody();
  }

  private static final class Nobody extends BaselineDiagnoser {
    Nobody() {
      super(ID, evidence -> Optional.empty());
    }

    @Override
    public String description() {
      return "Nobody is asked; the evidence is kept.";
    }

    @Override
    public Diagnosis diagnose(Inquiry inquiry) {
      return answer(Verdict.UNSURE, List.of(), description(), inquiry).at(null, 0);
    }
  }
}
