package io.chaoschapters.agent.description;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.subject.file.FileSchema;
import io.chaoschapters.subject.file.LocatedTree;
import io.chaoschapters.subject.file.Mistakes;
import io.chaoschapters.subject.file.SourceFile;
import io.chaoschapters.subject.file.YamlReader;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads the description of an agent, by its JSON Schema. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AgentFile {
  private static final String SCHEMA = "agent.schema.json";
  private static final int MOST = 1_000_000_000;
  private static final int LAST_PORT = 65_535;
  private static final int FIRST_FREE_PORT = 1024;
  private static final Pattern ADDRESS =
      Pattern.compile(Pattern.quote(AgentNetwork.HOST + ":") + "\\d{1,5}");

  private final LocatedTree tree;
  private final JsonNode root;
  private final Mistakes mistakes;
  private final Duration usualTime;

  private AgentFile(LocatedTree tree, Mistakes mistakes, Duration usualTime) {
    this.tree = tree;
    this.root = tree.root();
    this.mistakes = mistakes;
    this.usualTime = usualTime;
  }

  /**
   * Reads one.
   *
   * @param name what sentences call it
   * @param usualTime for a question, when the file says nothing about it
   * @throws InvalidSettingException about its mistakes, with their lines
   */
  public static AgentDescription read(String name, byte[] content, Duration usualTime) {
    SourceFile file = new SourceFile(name, "'agent' and 'kind'", InvalidSettingException::new);
    LocatedTree tree = new YamlReader(file).read(content);
    Mistakes mistakes = new Mistakes(file);
    new FileSchema(AgentFile.class, SCHEMA).check(tree, mistakes);
    mistakes.throwIfAny();
    AgentDescription read = new AgentFile(tree, mistakes, usualTime).description();
    mistakes.throwIfAny();
    return read;
  }

  private AgentDescription description() {
    AgentKind kind = AgentKind.valueOf(root.path("kind").asText().toUpperCase(Locale.ROOT));
    require(kind == AgentKind.ACP || kind == AgentKind.COMMAND, "command", kind);
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
        url(),
        count("/port", 0, LAST_PORT, 0),
        texts("environment"),
        files(),
        texts("readable"),
        root.path("evidence").asBoolean(kind == AgentKind.HTTP),
        limits(),
        text("isolation", "auto"),
        network(kind));
  }

  private AgentNetwork network(AgentKind kind) {
    boolean closed = text("network", "open").equals("closed");
    if (closed && kind != AgentKind.ACP && kind != AgentKind.COMMAND) {
      wrong(
          "/network",
          RootLocale.format(
              "an agent of the kind %s is not started here, so its network cannot be closed.",
              kind.word()));
    }
    if (closed && text("isolation", "auto").equals("folder")) {
      wrong(
          "/network",
          "only bubblewrap closes a network: take out 'isolation: folder', or write 'network: open'.");
    }
    if (!closed && root.has("reaches")) {
      wrong("/reaches", "an open network reaches all: write 'network: closed', or take this out.");
    }
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < root.path("reaches").size(); i++) {
      ports.add(reachedPort("/reaches/" + i));
    }
    return new AgentNetwork(closed, ports);
  }

  /** A program without privileges listens at it in a network of its own. */
  private int reachedPort(String pointer) {
    String address = root.at(pointer).asText();
    int port =
        ADDRESS.matcher(address).matches()
            ? Integer.parseInt(address.substring(address.indexOf(':') + 1))
            : 0;
    if (port < FIRST_FREE_PORT || port > LAST_PORT) {
      wrong(
          pointer,
          RootLocale.format(
              "'%s' in 'reaches' must be an address such as %s:8080, with a port from %d to %d.",
              address, AgentNetwork.HOST, FIRST_FREE_PORT, LAST_PORT));
    }
    return port;
  }

  private void wrong(String pointer, String sentence) {
    mistakes.add(tree.line(pointer), sentence);
  }

  /** Braces are common in files; only what begins like a name of ours is taken for a mistake. */
  private void requirePlaceholders() {
    for (String key : List.of("command", "files")) {
      for (JsonNode text : root.path(key)) {
        for (String name : Placeholders.unknown(text.asText())) {
          wrong(
              "/" + key,
              RootLocale.format(
                  "'{%s}' stands for nothing (known: {%s} and {env:NAME}).",
                  name, String.join("}, {", Placeholders.KNOWN)));
        }
      }
    }
  }

  private void require(boolean wanted, String key, AgentKind kind) {
    if (wanted != root.has(key)) {
      wrong(
          wanted ? "/kind" : "/" + key,
          RootLocale.format(
              wanted
                  ? "an agent of the kind %s needs '%s'."
                  : "an agent of the kind %s has no '%s'.",
              kind.word(),
              key));
    }
  }

  private @Nullable URI url() {
    if (!root.has("url")) {
      return null;
    }
    String text = root.path("url").asText();
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      wrong("/url", RootLocale.format("'%s' is no address.", text));
      return null;
    }
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    root.path("files").properties().forEach(f -> files.put(f.getKey(), f.getValue().asText()));
    for (String path : files.keySet()) {
      if (path.startsWith("/") || path.contains("..") || path.isBlank()) {
        wrong(
            "/files", RootLocale.format("'%s' must be a path below the agent's own folder.", path));
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

  /** Of a number the tree says only that it is one. */
  private int count(String pointer, int least, int most, int usual) {
    if (root.at(pointer).isMissingNode()) {
      return usual;
    }
    String written = Objects.requireNonNullElse(tree.texts().get(pointer), "");
    if (written.matches("\\d{1,10}")
        && Long.parseLong(written) >= least
        && Long.parseLong(written) <= most) {
      return Integer.parseInt(written);
    }
    wrong(
        pointer,
        RootLocale.format(
            "'%s' is %s; it must be a whole number from %d to %d.",
            pointer.substring(pointer.lastIndexOf('/') + 1), written, least, most));
    return usual;
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
