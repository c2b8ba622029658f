package io.chaoschapters.chaos.experiment;

import io.chaoschapters.fuzz.Sentences;
import io.chaoschapters.fuzz.WarmUp;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.toy.ToySubject;

/** Any bytes as an experiment file are read, or refused in sentences that name the file. */
public final class ExperimentFileFuzz {
  private static final Subject<?> SUBJECT = new ToySubject();
  private static final String NAME = "chaos/toy.yaml";

  private ExperimentFileFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("experiments", ExperimentFileFuzz::fuzzerTestOneInput);
  }

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      ExperimentFile file = ExperimentFile.read(SUBJECT, NAME, input);
      for (Experiment experiment : file.experiments()) {
        if (file.find(experiment.name()) != experiment) {
          throw new AssertionError("two experiments share the name " + experiment.name());
        }
      }
    } catch (InvalidExperimentException e) {
      Sentences.check(e.getMessage());
      if (!e.getMessage().startsWith(NAME)) {
        throw new AssertionError("the file is not named: " + e.getMessage(), e);
      }
    }
  }
}
