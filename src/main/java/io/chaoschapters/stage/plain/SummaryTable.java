package io.chaoschapters.stage.plain;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.text.LogLine;
import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The closing table: a line a chapter, columns as wide as what they hold. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SummaryTable {
  private static final List<String> HEAD =
      List.of("chapter", "verdict", "anomaly named", "detect", "diagnose", "recover");
  private static final int FIRST_NUMBER = 3;

  private static final int GAP = 2;
  private static final int LEAST_NAME = 12;

  private SummaryTable() {}

  /** The lines of the table, its head first. */
  public static List<String> lines(RunView run, Symbols symbols) {
    return lines(run, symbols, Integer.MAX_VALUE);
  }

  /** The same, with names of chapters as short as a terminal of so many columns asks for. */
  public static List<String> lines(RunView run, Symbols symbols, int columns) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (ChapterView chapter : run.ended()) {
      if (chapter.result() != null) {
        rows.add(row(chapter, chapter.result(), symbols));
      }
    }
    int[] widths = new int[HEAD.size()];
    rows.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    int others = Arrays.stream(widths).skip(1).map(width -> width + GAP).sum();
    widths[0] = Math.min(widths[0], Math.max(LEAST_NAME, columns - others));
    return rows.stream().map(row -> line(row, widths, symbols)).toList();
  }

  private static List<String> row(ChapterView chapter, ChapterResult result, Symbols symbols) {
    String dash = symbols.pick("–", "-");
    String named = StageText.cleanLine(chapter.named());
    return List.of(
        StageText.cleanLine(chapter.name()),
        LogLine.verdict(result.verdict(), symbols),
        named.isEmpty() ? dash : named,
        seconds(result.timeToDetect(), dash),
        seconds(result.timeToDiagnose(), dash),
        seconds(chapter.timeToRecover(), dash));
  }

  private static String seconds(@Nullable Double value, String missing) {
    return value == null ? missing : RootLocale.format("%.2f s", value);
  }

  private static String line(List<String> full, int[] widths, Symbols symbols) {
    List<String> row = new ArrayList<>(full);
    row.set(0, TextLayout.fit(row.get(0), widths[0], symbols));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      out.append(i == 0 ? "" : " ".repeat(GAP));
      out.append(i >= FIRST_NUMBER ? pad + row.get(i) : row.get(i) + pad);
    }
    return out.toString().stripTrailing();
  }
}
