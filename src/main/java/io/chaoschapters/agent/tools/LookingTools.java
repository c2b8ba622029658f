package io.chaoschapters.agent.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.EvidenceTools;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.SystemView;
import io.chaoschapters.diagnosis.evidence.SystemView.Line;
import io.chaoschapters.diagnosis.evidence.SystemView.Sample;
import io.chaoschapters.diagnosis.evidence.SystemView.Statement;
import io.chaoschapters.metrics.MetricValue;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The tools that look at a system and change nothing: the same for one that runs and a saved one.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LookingTools {
  /** How long an answer may be, in characters. */
  static final int LONGEST = 12_000;

  private static final int USUAL_LINES = 40;
  private static final int MOST_LINES = 400;
  private static final int MOST_READINGS = 60;
  private static final double FAR_BACK = 1e9;

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final SystemView view;

  /** Makes tools that look at this. */
  public LookingTools(SystemView view) {
    this.view = view;
  }

  /** Whether there is one: what needs a real Prometheus is there where one runs. */
  public boolean offers(String tool) {
    return !ToolDescription.needsPrometheus(tool) || view.promQl().isPresent();
  }

  /** Uses one; empty when there is none of that name. */
  public Optional<ToolAnswer> use(String tool, JsonNode arguments) {
    ToolAnswer answer =
        switch (tool) {
          case "list_components" -> components();
          case "list_signals" -> signals();
          case "read_signal" -> signal(arguments.path("signal").asText());
          case "read_log" -> log(arguments);
          case "check_invariants" -> statements();
          case "list_changes" -> changes();
          case "read_glossary" -> glossary();
          case ToolDescription.PROMQL ->
              view.promQl().map(prometheus -> promQl(prometheus, arguments)).orElse(null);
          default -> null;
        };
    return Optional.ofNullable(answer).map(given -> given.atMost(LONGEST));
  }

  private ToolAnswer components() {
    List<ComponentStatus> components = view.now().components();
    ArrayNode data = nodes.arrayNode();
    components.forEach(
        c ->
            data.addObject()
                .put("id", c.id())
                .put("role", c.role())
                .put("state", c.words())
                .put("detail", c.detail()));
    return answer(components.stream().map(EvidenceTools::words).toList(), "components", data);
  }

  private ToolAnswer signals() {
    List<SignalChange> signals = view.now().signals();
    ArrayNode data = nodes.arrayNode();
    for (SignalChange signal : signals) {
      ObjectNode one = data.addObject().put("id", signal.id()).put("unit", signal.unit());
      one.put("description", signal.description());
      one.put("steady", signal.before().value()).put("now", signal.now().value());
    }
    return answer(signals.stream().map(LookingTools::words).toList(), "signals", data);
  }

  private static String words(SignalChange signal) {
    return RootLocale.format("%s (%s): %s", signal.id(), signal.description(), signal.change());
  }

  private ToolAnswer signal(String id) {
    Optional<List<Sample>> course = view.course(id);
    if (course.isEmpty()) {
      return unknown("signal", view.now().signals().stream().map(SignalChange::id).toList());
    }
    List<Sample> all = course.get();
    List<Sample> shown = all.subList(Math.max(0, all.size() - MOST_READINGS), all.size());
    Instant newest = shown.isEmpty() ? Instant.EPOCH : shown.get(shown.size() - 1).at();
    ArrayNode data = nodes.arrayNode();
    List<String> lines = new ArrayList<>();
    for (Sample sample : shown) {
      double age = Duration.between(sample.at(), newest).toMillis() / 1000.0;
      data.addObject().put("age", age).put("value", sample.reading().value());
      lines.add(RootLocale.format("%.1f s ago: %s", age, EvidenceTools.value(sample.reading())));
    }
    return answer(lines, "readings", data);
  }

  private ToolAnswer log(JsonNode arguments) {
    double seconds = Math.min(FAR_BACK, arguments.path("seconds").asDouble(FAR_BACK));
    Instant since = view.now().takenAt().minusMillis((long) (Math.max(0, seconds) * 1000));
    Optional<List<Line>> found = view.log(arguments.path("component").asText(), since);
    if (found.isEmpty()) {
      return unknown(
          "component", view.now().components().stream().map(ComponentStatus::id).toList());
    }
    String contains = arguments.path("contains").asText("").toLowerCase(Locale.ROOT);
    int most = Math.max(1, Math.min(MOST_LINES, arguments.path("lines").asInt(USUAL_LINES)));
    List<String> lines =
        found.get().stream()
            .filter(line -> line.text().toLowerCase(Locale.ROOT).contains(contains))
            .map(line -> line.at() == null ? line.text() : line.at() + " " + line.text())
            .toList();
    List<String> shown = lines.subList(Math.max(0, lines.size() - most), lines.size());
    ArrayNode data = nodes.arrayNode();
    shown.forEach(data::add);
    return answer(shown, "lines", data);
  }

  private ToolAnswer statements() {
    List<Statement> statements = view.statements();
    ArrayNode data = nodes.arrayNode();
    List<String> lines = new ArrayList<>();
    for (Statement statement : statements) {
      data.addObject().put("statement", statement.text()).put("holds", statement.holds());
      lines.add(RootLocale.format("[%s] %s", holds(statement.holds()), statement.text()));
    }
    view.now().violations().stream()
        .map(violation -> violation.sentence())
        .filter(sentence -> statements.stream().noneMatch(s -> s.text().equals(sentence)))
        .forEach(
            sentence -> {
              data.addObject().put("violation", sentence);
              lines.add("[since the steady state] " + sentence);
            });
    return answer(lines, "statements", data);
  }

  private static String holds(@Nullable Boolean holds) {
    if (holds == null) {
      return "not known";
    }
    return holds ? "holds now" : "does not hold";
  }

  private ToolAnswer changes() {
    Evidence now = view.now();
    Map<String, ComponentStatus> before =
        now.baseline().components().stream()
            .collect(Collectors.toMap(ComponentStatus::id, c -> c, (first, second) -> first));
    List<String> lines = new ArrayList<>();
    for (ComponentStatus component : now.components()) {
      ComponentStatus then = before.get(component.id());
      if (then == null || then.health() != component.health()) {
        lines.add("component " + EvidenceTools.words(component));
      }
    }
    now.signals().stream()
        .filter(signal -> signal.hasChanged() || signal.now().value() == null)
        .forEach(signal -> lines.add("signal " + words(signal)));
    now.log().forEach(line -> lines.add("new log line of " + words(line)));
    ArrayNode data = nodes.arrayNode();
    lines.forEach(data::add);
    return answer(lines, "changes", data);
  }

  private static String words(LogEvidence line) {
    String times = line.count() == 1 ? "" : RootLocale.format(" (%d times)", line.count());
    return line.component() + ": " + line.text() + times;
  }

  private ToolAnswer promQl(PromQlSource prometheus, JsonNode arguments) {
    List<MetricValue> values;
    try {
      values = prometheus.evaluate(arguments.path("query").asText());
    } catch (MetricsUnavailableException e) {
      return ToolAnswer.refusal("no answer", Failure.words(e));
    }
    ArrayNode data = nodes.arrayNode();
    List<String> lines = new ArrayList<>();
    for (MetricValue value : values) {
      Map<String, String> labels = new TreeMap<>(value.labels());
      ObjectNode one = data.addObject();
      one.set("labels", Json.MAPPER.valueToTree(labels));
      one.put("value", value.value()).put("at", value.newest().toString());
      lines.add(
          RootLocale.format("%s %s at %s", labels, Numbers.plain(value.value()), value.newest()));
    }
    return answer(lines, "values", data);
  }

  private ToolAnswer glossary() {
    ArrayNode data = nodes.arrayNode();
    for (Term term : view.now().glossary().terms()) {
      ObjectNode one = data.addObject().put("term", term.name());
      one.put("definition", term.definition());
      ArrayNode synonyms = one.putArray("synonyms");
      term.synonyms().forEach(synonyms::add);
    }
    return ToolAnswer.ofGlossary(
        EvidenceText.glossary(view.now().glossary()), nodes.objectNode().set("terms", data));
  }

  private ToolAnswer answer(List<String> lines, String key, ArrayNode data) {
    String text = lines.isEmpty() ? "nothing" : String.join("\n", lines);
    return ToolAnswer.of(text, nodes.objectNode().set(key, data));
  }

  private static ToolAnswer unknown(String kind, List<String> known) {
    return ToolAnswer.refusal("no such " + kind, EvidenceTools.unknown(kind, known.stream()));
  }
}
