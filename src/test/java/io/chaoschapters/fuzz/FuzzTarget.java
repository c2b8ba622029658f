package io.chaoschapters.fuzz;

import io.chaoschapters.chaos.experiment.ExperimentFileFuzz;
import io.chaoschapters.diagnosis.answer.DiagnosisParserFuzz;
import io.chaoschapters.diagnosis.evidence.EvidenceJsonFuzz;
import io.chaoschapters.metrics.PrometheusClientFuzz;
import io.chaoschapters.metrics.exposition.ExpositionFuzz;
import io.chaoschapters.stage.text.StageTextFuzz;
import io.chaoschapters.subjects.tikv.pd.PdClientFuzz;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is fuzzed. Each has a folder of inputs to begin with, findings of the past among them. */
enum FuzzTarget {
  EXPERIMENTS(ExperimentFileFuzz.class, ExperimentFileFuzz::fuzzerTestOneInput),
  PD(PdClientFuzz.class, PdClientFuzz::fuzzerTestOneInput),
  PROMETHEUS(PrometheusClientFuzz.class, PrometheusClientFuzz::fuzzerTestOneInput),
  EXPOSITION(ExpositionFuzz.class, ExpositionFuzz::fuzzerTestOneInput),
  DIAGNOSIS(DiagnosisParserFuzz.class, DiagnosisParserFuzz::fuzzerTestOneInput),
  EVIDENCE(EvidenceJsonFuzz.class, EvidenceJsonFuzz::fuzzerTestOneInput),
  STAGE(StageTextFuzz.class, StageTextFuzz::fuzzerTestOneInput);

  private final Class<?> type;
  private final Consumer<byte[]> oneInput;

  FuzzTarget(Class<?> type, Consumer<byte[]> oneInput) {
    this.type = type;
    this.oneInput = oneInput;
  }

  /** Those of comma-separated names, or all. */
  static List<FuzzTarget> named(String names) {
    if (names.equals("all")) {
      return List.of(values());
    }
    return Arrays.stream(names.split(",")).map(FuzzTarget::one).toList();
  }

  private static FuzzTarget one(String name) {
    return Arrays.stream(values())
        .filter(target -> target.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format(
                        "No fuzzer '%s' (known: %s). Use -Dfuzz=<name>[,<name>] or -Dfuzz=all.",
                        name,
                        Arrays.stream(values())
                            .map(FuzzTarget::id)
                            .collect(Collectors.joining(", ")))));
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class with the method that Jazzer calls. */
  String className() {
    return type.getName();
  }

  Path seeds() {
    return Path.of("src", "test", "resources", "fuzz", id());
  }

  /** One try; throws anything but what the input may lead to. */
  void run(byte[] input) {
    oneInput.accept(input);
  }
}
