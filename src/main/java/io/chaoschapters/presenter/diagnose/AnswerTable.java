package io.chaoschapters.presenter.diagnose;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What diagnosers answered about saved evidence, a line an answer as it comes, and the sums. */
final class AnswerTable {
  private static final String ROW = "%-34s %-10s %-22s %-34s %-16s %8s %13s";

  private final PrintStream out;
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  /** What came out of one question; the grade is null when nothing was expected. */
  private record Row(@Nullable Grade grade, boolean answered, double seconds, boolean said) {}

  AnswerTable(PrintStream out) {
    this.out = out;
  }

  void begin() {
    line("evidence", "diagnoser", "expected", "answered", "grade", "seconds", "tokens");
  }

  /** Terms that the system itself reports are listed apart, because they need no diagnosis. */
  void answered(
      String evidence, Optional<Expectation> expected, Diagnosis answer, List<String> ownTerms) {
    Provenance from = answer.provenance();
    Grade grade = expected.map(e -> DiagnosisGrader.grade(answer, e)).orElse(null);
    List<String> said =
        expected.map(Expectation::terms).orElse(List.of()).stream()
            .map(Term::name)
            .filter(ownTerms::contains)
            .toList();
    note(from.diagnoser(), new Row(grade, true, from.seconds(), !said.isEmpty()));
    line(
        evidence,
        from.diagnoser(),
        expected.map(Expectation::words).orElse("not known"),
        answer.headline(),
        grade == null ? "-" : words(grade.outcome().name()),
        seconds(from.seconds()),
        from.promptTokens() == null || from.answerTokens() == null
            ? "-"
            : from.promptTokens() + "+" + from.answerTokens());
    if (!said.isEmpty()) {
      out.println("    named by the system itself: " + String.join(", ", said));
    }
  }

  void notAnswered(
      String evidence,
      String diagnoser,
      Optional<Expectation> expected,
      String why,
      String sentence) {
    note(diagnoser, new Row(null, false, 0, false));
    line(
        evidence,
        diagnoser,
        expected.map(Expectation::words).orElse("not known"),
        "no answer",
        words(why),
        "-",
        "-");
    out.println("    " + sentence);
    out.flush();
  }

  /** Whether any diagnoser answered. */
  boolean hasAnswers() {
    return rows.values().stream().flatMap(List::stream).anyMatch(Row::answered);
  }

  void end() {
    out.println();
    rows.forEach((diagnoser, all) -> out.println(sum(diagnoser, all)));
    out.flush();
  }

  private static String sum(String diagnoser, List<Row> all) {
    List<Grade> grades = new ArrayList<>();
    all.forEach(row -> Optional.ofNullable(row.grade()).ifPresent(grades::add));
    long right = grades.stream().filter(Grade::isRight).count();
    List<Double> times =
        all.stream().filter(Row::answered).map(Row::seconds).sorted().collect(Collectors.toList());
    String median = times.isEmpty() ? "-" : seconds(times.get((times.size() - 1) / 2)) + " s";
    long said =
        all.stream()
            .filter(row -> row.said() && row.grade() != null && row.grade().isRight())
            .count();
    String apart =
        said == 0 ? "" : RootLocale.format(" (%d of them named by the system itself)", said);
    return RootLocale.format(
        "%s: %d of %d right%s; %d answers in %d questions; median time %s",
        diagnoser, right, grades.size(), apart, times.size(), all.size(), median);
  }

  private void note(String diagnoser, Row row) {
    rows.computeIfAbsent(diagnoser, id -> new ArrayList<>()).add(row);
  }

  private void line(String... cells) {
    Object[] shown = new Object[cells.length];
    int[] widths = {34, 10, 22, 34, 16, 8, 13};
    for (int i = 0; i < cells.length; i++) {
      shown[i] =
          cells[i].length() <= widths[i] ? cells[i] : cells[i].substring(0, widths[i] - 1) + "…";
    }
    out.println(RootLocale.format(ROW, shown).stripTrailing());
    out.flush();
  }

  private static String seconds(double seconds) {
    return RootLocale.format("%.2f", seconds);
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
