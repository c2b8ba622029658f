package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.semantic.words.LogText;
import io.chaoschapters.diagnosis.semantic.words.Names;
import io.chaoschapters.diagnosis.semantic.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** New kinds of log lines; lines of nearly the same words are one kind. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LogSymptoms {
  private static final int SHORTEST = 4;
  private static final double SAME = 0.75;

  private LogSymptoms() {}

  public static List<Symptom> of(Evidence evidence, Calibration calibration) {
    List<String> ids = Names.of(evidence).ids();
    List<Set<String>> kinds = new ArrayList<>();
    List<LogEvidence> lines = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (LogEvidence line : evidence.log()) {
      String text = LogText.of(line.text(), ids);
      Set<String> words = Words.distinctStems(text);
      if (text.length() >= SHORTEST
          && !words.isEmpty()
          && kinds.stream().noneMatch(k -> same(k, words))) {
        kinds.add(words);
        lines.add(line);
        texts.add(text);
      }
    }
    double warnings = Math.max(1, lines.stream().filter(LogEvidence::warning).count());
    List<Symptom> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      LogEvidence line = lines.get(i);
      found.add(
          Symptom.of(
              line.warning() ? SymptomKind.WARNING : SymptomKind.LINE,
              texts.get(i),
              texts.get(i),
              line.warning() ? calibration.log() / warnings : 0,
              line.component(),
              Citation.of(line.component() + " log", line.text())));
    }
    return found;
  }

  private static boolean same(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    int all = a.size() + b.size() - both.size();
    return both.size() >= SAME * all;
  }
}
