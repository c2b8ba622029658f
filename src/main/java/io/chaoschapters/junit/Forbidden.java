package io.chaoschapters.junit;

import io.chaoschapters.chaos.Experiment;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** The phrases that would tell a diagnoser the answer. */
final class Forbidden {
  private final List<String> phrases = new ArrayList<>();

  Forbidden(ChapterPlan plan, ChapterInfo info, Subject subject) {
    phrases.add(plan.type().getSimpleName());
    phrases.add(info.method().getName());
    phrases.add(info.chapter().title());
    for (String sentence : info.chapter().narration().split("(?<=[.!?])\\s+")) {
      if (!sentence.isBlank()) {
        phrases.add(sentence.strip());
      }
    }
    info.experiment().ifPresent(phrases::add);
    addFaults(subject);
  }

  /** For an experiment that no chapter performs. */
  Forbidden(Experiment experiment, Subject subject) {
    phrases.add(experiment.name());
    phrases.add(experiment.description());
    addFaults(subject);
  }

  private void addFaults(Subject subject) {
    subject.faults().stream().map(FaultType::name).forEach(phrases::add);
  }

  List<String> phrases() {
    return List.copyOf(phrases);
  }
}
