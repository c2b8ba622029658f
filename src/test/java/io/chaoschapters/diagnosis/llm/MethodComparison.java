package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.SavedCase;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.diagnosis.llm.chat.ModelSource;
import io.chaoschapters.diagnosis.llm.chat.Served;
import io.chaoschapters.diagnosis.llm.llama.LlamaOptions;
import io.chaoschapters.diagnosis.llm.method.Methods;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks one model about the same evidence in several ways, and prints how good and how fast each is:
 * {@code MethodComparison METHOD,METHOD SOURCE...} with the model in {@code -Dai.model}. A source
 * is a made-up system or the folder of a series of trials.
 */
final class MethodComparison {
  private MethodComparison() {}

  private record Row(SavedCase asked, boolean right, double seconds) {}

  public static void main(String[] args) {
    List<SavedCase> cases =
        Arrays.stream(args).skip(1).flatMap(source -> SavedCase.of(source).stream()).toList();
    Settings settings = Settings.ofProcess();
    ProviderSettings choice = new ProviderSettings(ProviderSettings.LLAMACPP, settings);
    LlamaOptions options = LlamaOptions.of(choice.model(), settings);
    Served served =
        new Served(
            ProviderSettings.LLAMACPP,
            options.model().name(),
            "this computer",
            null,
            options.context());
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    try (ModelSource source =
        new Remembering(
            new LlamaSource(served, options, choice, Path.of("target/chapters/.cache/llamacpp")))) {
      for (String name : args[0].split(",")) {
        Settings named = Settings.of(Map.of("ai.method", name));
        ChatDiagnoser diagnoser =
            new ChatDiagnoser(served, source, Methods.of(named, name), choice.limits(), null);
        cases.forEach(
            c -> rows.computeIfAbsent(name, n -> new ArrayList<>()).add(ask(name, c, diagnoser)));
      }
    }
    System.out.println("\n| method | faults | controls | open | median s | 95th percentile s |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
    rows.forEach((name, all) -> System.out.println(line(name, all)));
  }

  private static Row ask(String method, SavedCase asked, ChatDiagnoser diagnoser) {
    try {
      Diagnosis answer = diagnoser.diagnose(Inquiry.about(asked.evidence(), piece -> {}));
      Grade grade = asked.grader().apply(answer);
      double seconds = answer.provenance().seconds();
      System.out.printf(
          Locale.ROOT,
          "%s\t%s\t%s\t%s\t%s\t%s\t%.2f\t%s\t%s%n",
          method,
          asked.kind(),
          asked.name(),
          asked.expected(),
          answer.headline(),
          grade.outcome(),
          seconds,
          answer.provenance().promptTokens(),
          answer.provenance().rawAnswer().replaceAll("\\s+", " "));
      return new Row(asked, grade.isRight(), seconds);
    } catch (DiagnosisException e) {
      System.out.printf(
          Locale.ROOT, "%s\t%s\t%s\t%s%n", method, asked.kind(), asked.name(), e.getMessage());
      return new Row(asked, false, Double.NaN);
    }
  }

  private static String line(String name, List<Row> rows) {
    double[] times =
        rows.stream().mapToDouble(Row::seconds).filter(s -> !Double.isNaN(s)).sorted().toArray();
    return RootLocale.format(
        "| %s | %s | %s | %s | %s | %s |",
        name,
        share(rows, "fault"),
        share(rows, "control"),
        share(rows, "open"),
        percentile(times, 0.5),
        percentile(times, 0.95));
  }

  private static String share(List<Row> rows, String kind) {
    List<Row> own = rows.stream().filter(row -> row.asked().kind().equals(kind)).toList();
    return own.stream().filter(Row::right).count() + " of " + own.size();
  }

  private static String percentile(double[] sorted, double part) {
    return sorted.length == 0
        ? "-"
        : RootLocale.format("%.1f", sorted[(int) Math.floor(part * (sorted.length - 1))]);
  }
}
