package io.chaoschapters.diagnosis.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chaoschapters.diagnosis.Alternative;
import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.NamedAnomaly;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model's answer strictly by its JSON Schema. A code fence around it is forgiven, and what
 * a model thinks and says before it, unless that takes it back.
 *
 * <p>An answer that cannot be read becomes a diagnosis with the verdict {@link Verdict#INVALID},
 * whose mechanism says what is wrong with it: a wrong answer, not an error.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DiagnosisParser {
  private static final String SCHEMA_FILE = "diagnosis-answer.schema.json";

  /** Control characters but the line end, and marks that turn the direction of writing. */
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\n]]");

  private static final int LONGEST_REASON = 500;
  private static final Pattern BETWEEN_TERMS =
      Pattern.compile("\\s*(?:[,;/+&]|\\band\\b|\\bor\\b)\\s*", Pattern.CASE_INSENSITIVE);

  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema());
  private final Glossary glossary;

  /** Makes a parser for answers that choose from this glossary. */
  public DiagnosisParser(Glossary glossary) {
    this.glossary = glossary;
  }

  /** The JSON Schema of an answer, for models that can be held to one. */
  public static JsonNode schema() {
    return Json.resource(DiagnosisParser.class, SCHEMA_FILE);
  }

  /** Reads the raw answer that the provenance holds. */
  public Diagnosis parse(Provenance provenance) {
    String raw = provenance.rawAnswer();
    AnswerText text = AnswerText.of(Thinking.removed(raw).replace("\ufeff", "").strip(), json);
    if (text.json().isBlank()) {
      String what = Thinking.isIn(raw) ? "the answer is all thinking" : "the answer is empty";
      return invalid(what, provenance);
    }
    if (text.isSecond()) {
      return invalid("the answer comes after another one", provenance);
    }
    try {
      Diagnosis read = read(json.readTree(text.json()), provenance);
      return text.isTakenBack(read.verdict(), names(read))
          ? invalid("what is said before the answer denies it or leaves it open", provenance)
          : read;
    } catch (JsonEOFException e) {
      return invalid("the answer breaks off in the middle", provenance);
    } catch (JsonProcessingException e) {
      return invalid("the answer is not JSON: " + e.getOriginalMessage(), provenance);
    }
  }

  /** All names of what an answer names. */
  private List<String> names(Diagnosis read) {
    List<String> names = new ArrayList<>(read.terms());
    for (String term : read.terms()) {
      glossary
          .find(term)
          .ifPresent(
              known -> {
                names.add(known.name());
                names.addAll(known.synonyms());
              });
    }
    return names;
  }

  private Diagnosis read(JsonNode answer, Provenance provenance) {
    List<Error> errors = schema.validate(answer);
    if (!errors.isEmpty()) {
      return invalid("the answer is not in the form asked for: " + errors.get(0), provenance);
    }
    Verdict verdict = Verdict.valueOf(answer.path("verdict").asText().toUpperCase(Locale.ROOT));
    List<NamedAnomaly> named = named(answer.path("term"), text(answer.path("component")));
    if (verdict == Verdict.ANOMALY && named.isEmpty()) {
      return invalid("the answer sees an anomaly and does not name it", provenance);
    }
    if (verdict != Verdict.ANOMALY && !named.isEmpty()) {
      return invalid(
          RootLocale.format(
              "the answer is '%s' and names %s all the same",
              answer.path("verdict").asText(),
              named.stream().map(NamedAnomaly::term).collect(Collectors.joining(" and "))),
          provenance);
    }
    return new Diagnosis(
        verdict,
        named,
        text(answer.path("other")),
        readable(answer.path("mechanism").asText()),
        citations(answer.path("evidence")),
        alternatives(answer.path("alternatives")),
        answer.path("confidence").asDouble(),
        readable(answer.path("advice").asText()),
        glossary,
        provenance);
  }

  /** The diagnosis that stands for an answer that names nothing, with the reason. */
  public Diagnosis invalid(String why, Provenance provenance) {
    return new Diagnosis(
        Verdict.INVALID,
        List.of(),
        null,
        brief(why),
        List.of(),
        List.of(),
        0,
        "",
        glossary,
        provenance);
  }

  private static String brief(String why) {
    return Shorten.to(LONGEST_REASON, readable(why).replace('\n', ' '));
  }

  /** What a model writes ends up on a console: nothing in it may steer one. */
  private static String readable(String text) {
    return STEERING.matcher(text).replaceAll(" ");
  }

  /**
   * Each by itself, or with a component and symptoms of its own. A text may name several terms; a
   * text that is no list of terms stays as it is.
   *
   * @param component is blamed for those that say nothing themselves
   */
  private List<NamedAnomaly> named(JsonNode node, @Nullable String component) {
    Map<String, NamedAnomaly> named = new LinkedHashMap<>();
    for (JsonNode item : node.isArray() ? node : List.of(node)) {
      JsonNode term = item.isObject() ? item.path("term") : item;
      String own = text(item.path("component"));
      for (String name : split(readable(term.asText("")).strip())) {
        named.putIfAbsent(
            name,
            new NamedAnomaly(
                name, own == null ? component : own, citations(item.path("evidence"))));
      }
    }
    return List.copyOf(named.values());
  }

  private List<String> split(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> parts =
        Arrays.stream(BETWEEN_TERMS.split(text)).filter(part -> !part.isEmpty()).toList();
    boolean areTerms = parts.stream().allMatch(this::isTerm);
    return !isTerm(text) && parts.size() > 1 && areTerms ? parts : List.of(text);
  }

  private boolean isTerm(String text) {
    return text.equals(Diagnosis.OTHER) || glossary.find(text).isPresent();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank() ? readable(node.asText()) : null;
  }

  private static List<Citation> citations(JsonNode node) {
    List<Citation> citations = new ArrayList<>();
    node.forEach(
        c ->
            citations.add(
                Citation.of(
                    readable(c.path("source").asText()), readable(c.path("value").asText()))));
    return citations;
  }

  private static List<Alternative> alternatives(JsonNode node) {
    List<Alternative> alternatives = new ArrayList<>();
    node.forEach(
        a ->
            alternatives.add(
                new Alternative(
                    readable(a.path("term").asText()),
                    readable(a.path("why_not").asText()),
                    null)));
    return alternatives;
  }
}
