package io.chaoschapters.agent.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;

/** Reads the description of an agent, by its JSON Schema. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AgentFile {
  static final String SCHEMA = "agent.schema.json";
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MOST = 1_000_000_000;

  private final LinedYaml yaml;
  private final JsonNode root;
  private final Duration usualTime;

  private AgentFile(LinedYaml yaml, Duration usualTime) {
    this.yaml = yaml;
    this.root = yaml.root();
    this.usualTime = usualTime;
  }

  /**
   * Reads one.
   *
   * @param name what sentences call it
   * @param usualTime for a question, when the file says nothing about it
   * @throws InvalidSettingException about the first mistake, with its line
   */
  public static AgentDescription read(String name, byte[] content, Duration usualTime) {
    if (content.length > MAX_BYTES) {
      throw new InvalidSettingException(
          RootLocale.format(
              "%s is larger than %d KiB, so it is no description of an agent.",
              name, MAX_BYTES / 1024));
    }
    LinedYaml yaml = new LinedYaml(name, new String(content, StandardCharsets.UTF_8));
    check(yaml);
    return new AgentFile(yaml, usualTime).description();
  }

  private static void check(LinedYaml yaml) {
    try (InputStream in = AgentFile.class.getResourceAsStream(SCHEMA)) {
      JsonNode document = new ObjectMapper().readTree(in);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
      List<Error> errors = schema.validate(yaml.root());
      if (!errors.isEmpty()) {
        throw sentence(yaml, errors.get(0), document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + SCHEMA + " from the jar", e);
    }
  }

  private static InvalidSettingException sentence(LinedYaml yaml, Error error, JsonNode schema) {
    String pointer = error.getInstanceLocation().toString();
    String key = pointer.isEmpty() ? "the file" : pointer.substring(1).replace("/", ".");
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          yaml.wrong(
              pointer + "/" + error.getProperty(),
              RootLocale.format(
                  "unknown key '%s' (known: %s)",
                  error.getProperty(), String.join(", ", known(schema, pointer))));
      case "required" ->
          yaml.wrong(pointer, RootLocale.format("key '%s' is missing", error.getProperty()));
      default -> yaml.wrong(pointer, RootLocale.format("'%s': %s", key, error.getMessage()));
    };
  }

  private static List<String> known(JsonNode schema, String pointer) {
    JsonNode part = pointer.isEmpty() ? schema : schema.at("/properties" + pointer);
    List<String> names = new ArrayList<>();
    part.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private AgentDescription description() {
    AgentKind kind = AgentKind.valueOf(root.path("kind").asText().toUpperCase(Locale.ROOT));
    boolean started = kind == AgentKind.ACP || kind == AgentKind.COMMAND;
    require(started, "command", kind);
    require(kind == AgentKind.HTTP, "url", kind);
    requirePlaceholders();
    String id = root.path("agent").asText();
    return new AgentDescription(
        id,
        kind,
        text("title", RootLocale.format("The agent %s.", id)),
        text(
            "leaves",
            "What the tools tell goes to the agent, and from there to wherever its model is served."),
        texts("command"),
        root.has("url") ? url() : null,
        count("/port", 0, 65_535, 0),
        texts("environment"),
        files(),
        texts("readable"),
        root.path("evidence").asBoolean(kind == AgentKind.HTTP),
        limits(),
        text("isolation", "auto"));
  }

  /** Braces are common in files; only what begins like a name of ours is taken for a mistake. */
  private void requirePlaceholders() {
    for (String key : List.of("command", "files")) {
      for (JsonNode text : root.path(key)) {
        for (String name : Placeholders.unknown(text.asText())) {
          throw yaml.wrong(
              "/" + key,
              RootLocale.format(
                  "'{%s}' stands for nothing (known: {%s} and {env:NAME})",
                  name, String.join("}, {", Placeholders.KNOWN)));
        }
      }
    }
  }

  private void require(boolean wanted, String key, AgentKind kind) {
    if (wanted != root.has(key)) {
      throw yaml.wrong(
          wanted ? "/kind" : "/" + key,
          RootLocale.format(
              wanted ? "an agent of the kind %s needs '%s'" : "an agent of the kind %s has no '%s'",
              kind.word(),
              key));
    }
  }

  private URI url() {
    try {
      return URI.create(root.path("url").asText());
    } catch (IllegalArgumentException e) {
      throw yaml.wrong("/url", RootLocale.format("'%s' is no address", root.path("url").asText()));
    }
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    root.path("files").properties().forEach(f -> files.put(f.getKey(), f.getValue().asText()));
    for (String path : files.keySet()) {
      if (path.startsWith("/") || path.contains("..") || path.isBlank()) {
        throw yaml.wrong(
            "/files", RootLocale.format("'%s' must be a path below the agent's own folder", path));
      }
    }
    return files;
  }

  private AgentLimits limits() {
    JsonNode time = root.at("/limits/time");
    return new AgentLimits(
        time.isMissingNode() ? usualTime : ParameterText.duration(time.asText()),
        count("/limits/calls", 1, MOST, AgentLimits.USUAL_CALLS),
        count("/limits/bytes", 1, MOST, (int) AgentLimits.USUAL_BYTES));
  }

  private int count(String pointer, int least, int most, int usual) {
    JsonNode node = root.at(pointer);
    if (node.isMissingNode()) {
      return usual;
    }
    if (!node.canConvertToInt() || node.asInt() < least || node.asInt() > most) {
      throw yaml.wrong(
          pointer,
          RootLocale.format(
              "'%s' is %s; it must be a whole number from %d to %d",
              pointer.substring(pointer.lastIndexOf('/') + 1), node.asText(), least, most));
    }
    return node.asInt();
  }

  private String text(String key, String otherwise) {
    return root.path(key).asText(otherwise);
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    root.path(key).forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
