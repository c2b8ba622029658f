package io.chaoschapters.runtime.local;

import io.chaoschapters.metrics.PrometheusConfig;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.MetricsService;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.components.RunningParts;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.runtime.scraping.PrometheusStore;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the metrics store that the setting {@code prometheus} asks for. */
final class LocalMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(LocalMetrics.class);

  private LocalMetrics() {}

  static MetricsService start(Settings settings, RunningParts cluster, List<ScrapeTarget> targets) {
    SettingValue asked = settings.value(KnownSettings.PROMETHEUS);
    String byWhom = "as asked by " + asked.origin();
    return switch (asked.value()) {
      case "embedded" -> new PrometheusStore(cluster, targets).embedded(byWhom);
      case "auto" -> automatic(cluster, targets);
      default -> {
        Path program = program(asked);
        yield prometheus(program, targets, new PrometheusStore(cluster, targets), byWhom);
      }
    };
  }

  private static MetricsService automatic(RunningParts cluster, List<ScrapeTarget> targets) {
    PrometheusStore store = new PrometheusStore(cluster, targets);
    if (targets.isEmpty()) {
      return store.embedded(PrometheusStore.NO_TARGETS);
    }
    Optional<Path> found = Programs.onPath("prometheus");
    if (found.isEmpty()) {
      return store.embedded("there is no prometheus on the PATH");
    }
    try {
      return prometheus(found.get(), targets, store, "found on the PATH");
    } catch (RuntimeFailureException e) {
      LOG.warn("{} was found but does not start: {}", found.get(), Failure.words(e));
      return store.embedded(found.get() + " does not start");
    }
  }

  private static Path program(SettingValue asked) {
    Path program = Path.of(asked.value()).toAbsolutePath();
    if (!Programs.isProgram(program)) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting 'prometheus' (from %s) is '%s', which is no program that can be run. Use auto, embedded or the path of a prometheus program.",
              asked.origin(), asked.value()));
    }
    return program;
  }

  private static MetricsService prometheus(
      Path program, List<ScrapeTarget> targets, PrometheusStore store, String why) {
    ProcessProgram command =
        new ProcessProgram(place -> commandLine(program, place, targets), Map.of());
    return store.start(
        store.spec().asProcess(command), RootLocale.format("Prometheus %s (%s)", program, why));
  }

  private static List<String> commandLine(
      Path program, ProcessPlace place, List<ScrapeTarget> targets) {
    Path config = place.folder().resolve("prometheus.yml");
    try {
      Files.writeString(config, PrometheusConfig.render(targets));
    } catch (IOException e) {
      throw new UncheckedIOException("The configuration could not be written to " + config, e);
    }
    List<String> line = new ArrayList<>();
    line.add(program.toString());
    line.addAll(
        PrometheusStore.arguments(
            config.toString(),
            place.folder().resolve("data").toString(),
            "127.0.0.1:" + place.port(PrometheusStore.PORT)));
    return line;
  }
}
