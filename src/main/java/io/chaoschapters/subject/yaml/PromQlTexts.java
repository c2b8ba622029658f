package io.chaoschapters.subject.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.metrics.PrometheusClient;
import io.chaoschapters.runtime.process.ProgramRun;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.subject.yaml.model.SignalSource;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the texts in PromQL of a subject, before anything is started. */
final class PromQlTexts {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Pattern WRONG = Pattern.compile("could not parse expression: (.*)");
  private static final String TYPED =
      "or write it as 'metric: NAME' with 'rate', 'increase' or 'quantile', which needs no Prometheus";

  private final Definition definition;
  private final List<Text> texts = new ArrayList<>();

  private record Text(String signal, SignalSource.OfPromQl source) {}

  PromQlTexts(Definition definition) {
    this.definition = definition;
    for (SignalEntry entry : definition.signals()) {
      if (entry.source() instanceof SignalSource.OfPromQl source) {
        texts.add(new Text(entry.name(), source));
      }
    }
  }

  /**
   * In Prometheus's own words: those of the user's server, else those of promtool, if it is here.
   */
  List<String> wrong() {
    URI server = definition.prometheus();
    return texts.isEmpty() ? List.of() : server == null ? byPromtool() : byServer(server);
  }

  private List<String> byServer(URI address) {
    PrometheusClient server = new PrometheusClient(address);
    List<String> wrong = new ArrayList<>();
    for (Text text : texts) {
      try {
        server.query(text.source().query());
      } catch (MetricsUnavailableException e) {
        wrong.add(sentence(text, Failure.words(e)));
      }
    }
    return wrong;
  }

  private List<String> byPromtool() {
    Optional<Path> promtool = Programs.onPath("promtool");
    List<String> wrong = new ArrayList<>();
    for (Text text : promtool.isPresent() ? texts : List.<Text>of()) {
      Matcher words = WRONG.matcher(checked(promtool.orElseThrow(), text));
      if (words.find()) {
        wrong.add(
            sentence(
                text,
                RootLocale.format(
                    "'%s' is no PromQL: %s.", text.source().query(), words.group(1).strip())));
      }
    }
    return wrong;
  }

  /** Promtool reads rules from files alone; JSON is YAML. */
  private static String checked(Path promtool, Text text) {
    Path file = null;
    try {
      file = Files.createTempFile("promql", ".json");
      Map<String, Object> rule =
          Map.of("record", "signal", "expr", text.source().query().toPromQl());
      Map<String, Object> group = Map.of("name", "signals", "rules", List.of(rule));
      Files.writeString(
          file, new ObjectMapper().writeValueAsString(Map.of("groups", List.of(group))));
      List<String> line = List.of(promtool.toString(), "check", "rules", file.toString());
      return ProgramRun.of(line, WITHIN).printed();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A text could not be written as JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("A file for promtool could not be written", e);
    } finally {
      remove(file);
    }
  }

  private static void remove(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " could not be removed", e);
    }
  }

  /** Where no Prometheus runs. */
  List<String> refused(Settings settings, String runtime) {
    SettingValue asked = settings.value(KnownSettings.PROMETHEUS);
    String why = "";
    if (asked.value().equals("embedded")) {
      why = RootLocale.format("the setting 'prometheus' (from %s) is embedded", asked.origin());
    } else if (runtime.equals("local")
        && asked.value().equals("auto")
        && Programs.onPath("prometheus").isEmpty()) {
      why = "there is no prometheus on the PATH";
    }
    if (why.isEmpty() || definition.prometheus() != null) {
      return List.of();
    }
    String reason = why;
    return texts.stream()
        .map(
            text ->
                sentence(
                    text,
                    RootLocale.format(
                        "PromQL is answered by a real Prometheus alone, and %s. Install prometheus, name one that runs (prometheus: http://…), %s.",
                        reason, TYPED)))
        .toList();
  }

  private static String sentence(Text text, String words) {
    return RootLocale.format("%s: signal '%s': %s", text.source().where(), text.signal(), words);
  }
}
