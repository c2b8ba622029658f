package io.chaoschapters.presenter;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.settings.Settings;
import java.util.List;

/** A diagnoser that sees no anomaly, whatever it is shown. */
public final class AlwaysWrongProvider implements DiagnoserProvider {
  static final String ID = "always-wrong";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Diagnoser open(Settings settings) {
    return new AlwaysWrong();
  }

  private static final class AlwaysWrong implements Diagnoser {
    @Override
    public String id() {
      return ID;
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public String description() {
      return "Sees no anomaly, whatever it is shown.";
    }

    @Override
    public Privacy privacy() {
      return Privacy.staysOnMachine("Nothing leaves the machine.");
    }

    @Override
    public Diagnosis diagnose(Inquiry inquiry) {
      Evidence evidence = inquiry.evidence();
      String answer = "All is well.";
      inquiry.text(answer);
      return new Diagnosis(
          Verdict.NONE,
          List.of(),
          null,
          answer,
          List.of(),
          List.of(),
          1,
          "",
          evidence.glossary(),
          Provenance.of(ID, version(), 0, "nothing was asked", answer));
    }
  }
}
