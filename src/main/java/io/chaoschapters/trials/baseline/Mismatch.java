package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.baseline.Comparability;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Names what differs between trials, so that only like is compared. */
final class Mismatch {
  private static final int NAMED = 5;

  private final Comparability before;
  private final Comparability now;

  Mismatch(Comparability before, Comparability now) {
    this.before = before;
    this.now = now;
  }

  /** What makes the questions other ones; nothing but a new baseline mends that. */
  List<String> ofQuestions() {
    List<String> found = new ArrayList<>();
    values(found, "the subject", before.subject(), now.subject());
    values(found, "the source", before.source().name(), now.source().name());
    if (found.isEmpty()) {
      experiments(found);
      contents(found, "the glossary", before.glossary(), now.glossary());
      contents(found, "what is observed", before.observed(), now.observed());
    }
    return found;
  }

  /** What makes the one who answers another one; that may be compared where it is wanted. */
  List<String> ofDiagnoser() {
    List<String> found = new ArrayList<>();
    values(found, "the diagnoser", before.diagnoser(), now.diagnoser());
    values(found, "its version", before.diagnoserVersion(), now.diagnoserVersion());
    values(found, "the method of asking", before.asking(), now.asking());
    return found;
  }

  private static void values(List<String> found, String what, String before, String now) {
    if (!before.equals(now)) {
      found.add(RootLocale.format("%s was '%s' and is '%s'", what, before, now));
    }
  }

  private static void contents(List<String> found, String what, String before, String now) {
    if (!before.equals(now)) {
      found.add(what + " has changed");
    }
  }

  private void experiments(List<String> found) {
    names(found, "%s gone", before.experiments(), now.experiments());
    names(found, "%s new", now.experiments(), before.experiments());
    List<String> changed =
        now.experiments().entrySet().stream()
            .filter(e -> before.experiments().containsKey(e.getKey()))
            .filter(e -> !Objects.equals(before.experiments().get(e.getKey()), e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!changed.isEmpty()) {
      found.add("the content of " + listed(changed) + " has changed");
    }
  }

  private static void names(
      List<String> found, String words, Map<String, String> of, Map<String, String> without) {
    TreeSet<String> names = new TreeSet<>(of.keySet());
    names.removeAll(without.keySet());
    if (!names.isEmpty()) {
      String verb = names.size() == 1 ? " is" : " are";
      found.add(RootLocale.format(words, listed(List.copyOf(names)) + verb));
    }
  }

  private static String listed(List<String> names) {
    return names.size() <= NAMED
        ? String.join(", ", names)
        : RootLocale.format(
            "%s and %d more", String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
  }
}
