package io.chaoschapters.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceCollector;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the systems and situations under {@code diagnosis/systems}. */
public final class EvidenceCases {
  /** Every system. */
  public static final List<String> SYSTEMS =
      List.of(
          "rate-limiter",
          "store-cluster",
          "message-queue",
          "web-shop",
          "name-service",
          "orchestrator");

  /** A system that was written after the method's numbers were fixed. */
  public static final String HELD_OUT = "video-delivery";

  private static final Instant STEADY_AT = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant NOW = STEADY_AT.plusSeconds(20);

  private final JsonNode root;
  private final String system;

  private EvidenceCases(String system) {
    this.system = system;
    this.root = read("/diagnosis/systems/" + system + ".yaml");
  }

  /** All situations of all systems. */
  public static List<EvidenceCase> all() {
    return SYSTEMS.stream().flatMap(system -> of(system).stream()).toList();
  }

  /** All situations of a system. */
  public static List<EvidenceCase> of(String system) {
    EvidenceCases cases = new EvidenceCases(system);
    List<EvidenceCase> found = new ArrayList<>();
    cases.root.path("cases").forEach(node -> found.add(cases.read(node, found.size())));
    return found;
  }

  /** The glossary of a system, in the order of its file. */
  public static Glossary glossary(String system) {
    return new EvidenceCases(system).glossary();
  }

  private static JsonNode read(String resource) {
    try (InputStream in = EvidenceCases.class.getResourceAsStream(resource)) {
      return new YAMLMapper().readTree(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private EvidenceCase read(JsonNode node, int number) {
    JsonNode steady = root.path("steady");
    Observation before =
        new Observation(
            STEADY_AT, components(steady.path("components"), null), signals(steady, null));
    Observation now =
        new Observation(
            NOW,
            components(steady.path("components"), node.path("components")),
            signals(steady, node));
    List<Violation> violations = new ArrayList<>();
    node.path("violations").forEach(v -> violations.add(violation(v)));
    Evidence evidence =
        new EvidenceCollector(glossary(), signalTypes(), before, log(steady, STEADY_AT))
            .collect(List.of(now), violations, log(node, NOW), number);
    JsonNode component = node.path("component");
    return new EvidenceCase(
        system,
        node.path("name").asText(),
        node.path("expect").asText(),
        component.isTextual() ? component.asText() : null,
        evidence);
  }

  private Glossary glossary() {
    List<Term> terms = new ArrayList<>();
    for (JsonNode term : root.path("glossary")) {
      List<String> synonyms = new ArrayList<>();
      term.path("synonyms").forEach(s -> synonyms.add(s.asText()));
      terms.add(new Term(term.path("name").asText(), term.path("definition").asText(), synonyms));
    }
    return new Glossary(terms);
  }

  private List<Signal> signalTypes() {
    List<Signal> signals = new ArrayList<>();
    for (JsonNode s : root.path("signals")) {
      String id = s.path("id").asText();
      signals.add(
          new Signal(id, id, s.path("description").asText(), s.path("unit").asText(), 1, null));
    }
    return signals;
  }

  private static List<ComponentStatus> components(
      JsonNode steady, @org.jspecify.annotations.Nullable JsonNode changed) {
    List<ComponentStatus> found = new ArrayList<>();
    steady
        .fieldNames()
        .forEachRemaining(
            id -> {
              boolean isChanged = changed != null && changed.has(id);
              JsonNode c = isChanged ? changed.path(id) : steady.path(id);
              Health health = Health.valueOf(c.path(1).asText());
              Instant serving = health == Health.SERVING ? NOW : NOW.minusSeconds(4);
              found.add(
                  new ComponentStatus(
                      id,
                      c.path(0).asText(),
                      health,
                      c.path(2).asText(),
                      changed == null ? STEADY_AT : serving));
            });
    return found;
  }

  private static Map<String, Reading> signals(
      JsonNode steady, @org.jspecify.annotations.Nullable JsonNode changed) {
    Map<String, Reading> readings = new LinkedHashMap<>();
    steady
        .path("signals")
        .fieldNames()
        .forEachRemaining(
            id -> {
              JsonNode value = steady.path("signals").path(id);
              if (changed != null && changed.path("signals").has(id)) {
                value = changed.path("signals").path(id);
              }
              readings.put(
                  id,
                  value.isNumber() ? Reading.of(value.asDouble()) : Reading.unknown("no answer"));
            });
    return readings;
  }

  private static List<LogLine> log(JsonNode node, Instant at) {
    List<LogLine> lines = new ArrayList<>();
    node.path("log")
        .forEach(
            line ->
                lines.add(
                    new LogLine(at.minusSeconds(3), line.path(0).asText(), line.path(1).asText())));
    return lines;
  }

  private Violation violation(JsonNode v) {
    JsonNode type =
        v.has("invariant") ? root.path("invariants").path(v.path("invariant").asText()) : v;
    Bound bound =
        Bound.between(
            v.path("min").asDouble(Double.NEGATIVE_INFINITY),
            v.path("max").asDouble(Double.POSITIVE_INFINITY));
    double measured = v.path("measured").asDouble();
    Invariant invariant =
        Invariant.ofSystem(
            v.path("invariant").asText("extra"),
            type.path("statement").asText(),
            type.path("unit").asText(),
            observation -> Measurement.of(Reading.of(measured), bound));
    boolean active = v.path("active").asBoolean(true);
    Instant raised = NOW.minusSeconds(9);
    Instant cleared = raised.plusMillis((long) (1000 * v.path("seconds").asDouble(5)));
    return new Violation(
        invariant,
        v.has("component") ? v.path("component").asText() : null,
        raised,
        active ? null : cleared,
        measured,
        v.path("worst").asDouble(measured),
        bound);
  }
}
