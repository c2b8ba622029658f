package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.StepSummary;
import io.chaoschapters.report.baseline.BaselineFile;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** A comparison as text: for a log, and for a page of a build server. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ComparisonText {
  private static final List<String> COLUMNS =
      List.of("experiment", "baseline", "now", "no answer", "compared");
  private static final double SMALLEST_SHOWN = 0.0001;

  private final Comparison comparison;
  private final BaselineFile file;

  public ComparisonText(Comparison comparison, BaselineFile file) {
    this.comparison = comparison;
    this.file = file;
  }

  /** What it comes to, in a sentence that says what to do. */
  public String sentence() {
    return switch (comparison.standing()) {
      case WORSE ->
          RootLocale.format(
              "Worse than the baseline %s: %s. If that is meant to be so, %s makes this the baseline.",
              file.path(), String.join("; ", reasons()), file.howToMake());
      case UNDECIDED ->
          RootLocale.format(
              "Cannot be compared with the baseline %s, which is no pass: %s.",
              file.path(), String.join("; ", comparison.unknown()));
      case NOT_WORSE -> RootLocale.format("Not worse than the baseline %s.", file.path());
      case BETTER ->
          RootLocale.format(
              "Better than the baseline %s: %s. To hold it there, raise the baseline: %s.",
              file.path(), String.join("; ", sums(Standing.BETTER)), file.howToMake());
    };
  }

  private List<String> reasons() {
    List<String> reasons = new ArrayList<>(sums(Standing.WORSE));
    reasons.addAll(comparison.breaks());
    return reasons;
  }

  private List<String> sums(Standing standing) {
    return comparison.sums().stream()
        .filter(sum -> sum.standing() == standing)
        .map(
            sum ->
                RootLocale.format(
                    "%s of %s are right, before %s%s",
                    sum.now().words(),
                    sum.name(),
                    sum.before().words(),
                    standing == Standing.WORSE
                        ? RootLocale.format(" (p %s, level %s)", plain(sum.p()), plain(sum.level()))
                        : ""))
        .toList();
  }

  /** The table and the sentence. */
  public List<String> lines() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(COLUMNS);
    cells.addAll(rows());
    int[] widths = new int[COLUMNS.size()];
    cells.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    List<String> lines = new ArrayList<>();
    lines.add("Compared with the baseline " + file.path() + ":");
    cells.forEach(row -> lines.add(line(row, widths)));
    lines.add(sentence());
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append("  ").append(RootLocale.format("%-" + widths[i] + "s", row.get(i)));
    }
    return line.toString().stripTrailing();
  }

  /** As above, in Markdown. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("### " + capital(comparison.standing().words()));
    lines.add("");
    lines.add(StepSummary.escaped(sentence()));
    lines.add("");
    lines.add("| " + String.join(" | ", COLUMNS) + " |");
    lines.add("| --- | ---: | ---: | ---: | --- |");
    rows()
        .forEach(
            row ->
                lines.add(
                    "| "
                        + String.join(" | ", row.stream().map(StepSummary::escaped).toList())
                        + " |"));
    return lines;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Comparison.Line line : comparison.experiments()) {
      rows.add(
          List.of(
              line.name() + (line.control() ? " (control)" : ""),
              line.before().words(),
              line.now().words(),
              line.unanswered() == 0 ? "-" : Integer.toString(line.unanswered()),
              broken(line.name())));
    }
    for (Comparison.Sum sum : comparison.sums()) {
      rows.add(
          List.of(
              sum.name(),
              sum.before().words(),
              sum.now().words(),
              "-",
              RootLocale.format(
                  "%s (p %s, level %s)",
                  sum.standing().words(), plain(sum.p()), plain(sum.level()))));
    }
    return rows;
  }

  private String broken(String experiment) {
    return comparison.breaks().stream().anyMatch(text -> text.startsWith(experiment + ":"))
        ? "BROKEN"
        : "";
  }

  private static String plain(double p) {
    return p < SMALLEST_SHOWN ? "below 0.0001" : RootLocale.format("%.2g", p);
  }
}
