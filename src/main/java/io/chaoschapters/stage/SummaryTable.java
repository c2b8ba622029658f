package io.chaoschapters.stage;

import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** The closing table: a line a chapter, columns as wide as what they hold. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SummaryTable {
  private static final List<String> HEAD =
      List.of("chapter", "verdict", "anomaly named", "detect", "diagnose", "recover");
  private static final int FIRST_NUMBER = 3;

  private SummaryTable() {}

  /** The lines of the table, its head first. */
  public static List<String> lines(RunSummary summary, Symbols symbols) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    summary.results().forEach(result -> rows.add(row(result, symbols)));
    int[] widths = new int[HEAD.size()];
    rows.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static List<String> row(ChapterResult result, Symbols symbols) {
    String dash = symbols.pick("–", "-");
    return List.of(
        result.name(),
        VerdictWords.of(result.verdict(), symbols),
        result.named().isEmpty() ? dash : result.named(),
        seconds(result.detectSeconds(), dash),
        seconds(result.diagnoseSeconds(), dash),
        seconds(result.recoverSeconds(), dash));
  }

  private static String seconds(double value, String missing) {
    return Double.isFinite(value) ? RootLocale.format("%.2f s", value) : missing;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      out.append(i == 0 ? "" : "  ");
      out.append(i >= FIRST_NUMBER ? pad + row.get(i) : row.get(i) + pad);
    }
    return out.toString().stripTrailing();
  }
}
