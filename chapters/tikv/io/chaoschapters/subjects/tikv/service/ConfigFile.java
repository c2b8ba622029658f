package io.chaoschapters.subjects.tikv.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file in TOML, as {@code tikv-server} and {@code pd-server} read them. Settings
 * are named by table and key, such as {@code raftstore.raft-base-tick-interval}.
 */
public final class ConfigFile {
  private static final Pattern DURATION =
      Pattern.compile("(?:\\d{1,9}(?:\\.\\d{1,9})?(?:ms|s|m|h))+");
  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

  private final JsonNode root;

  private ConfigFile(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @param file null for a program that was given none: all settings have their defaults
   * @throws IOException when it cannot be read or is not TOML
   */
  public static ConfigFile read(@Nullable Path file) throws IOException {
    return new ConfigFile(
        file == null
            ? MissingNode.getInstance()
            : new TomlMapper().readTree(Files.readAllBytes(file)));
  }

  /** A duration such as {@code 200ms} or {@code 1h30m}. */
  public Duration duration(String name, Duration otherwise) {
    JsonNode value = find(name);
    return value.isMissingNode() ? otherwise : duration(name, value.asText());
  }

  private static Duration duration(String name, String text) {
    if (!DURATION.matcher(text).matches()) {
      throw wrong(name, text, "a duration such as 200ms, 5s or 1h30m");
    }
    double millis = 0;
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      millis +=
          Double.parseDouble(parts.group(1))
              * switch (parts.group(2)) {
                case "ms" -> 1;
                case "s" -> 1_000;
                case "m" -> 60_000;
                default -> 3_600_000;
              };
    }
    return Duration.ofMillis(Math.round(millis));
  }

  /** A number. */
  public double number(String name, double otherwise) {
    JsonNode value = find(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw wrong(name, value.asText(), "a number");
    }
    return value.asDouble();
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean otherwise) {
    JsonNode value = find(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw wrong(name, value.asText(), "true or false");
    }
    return value.asBoolean();
  }

  /** All settings that the file has, each as {@code table.key = value}. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    collect(lines, "", root);
    return lines;
  }

  private static void collect(List<String> lines, String prefix, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = prefix + field.getKey();
      if (field.getValue().isObject()) {
        collect(lines, name + '.', field.getValue());
      } else {
        lines.add(name + " = " + field.getValue());
      }
    }
  }

  private JsonNode find(String name) {
    return root.at("/" + name.replace('.', '/'));
  }

  private static IllegalArgumentException wrong(String name, String text, String form) {
    return new IllegalArgumentException(
        RootLocale.format("The configuration says %s = '%s', which is not %s.", name, text, form));
  }
}
