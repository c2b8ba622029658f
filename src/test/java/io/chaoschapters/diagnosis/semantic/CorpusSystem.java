package io.chaoschapters.diagnosis.semantic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A made-up system of the corpus, from which evidence is generated; {@code README.md} beside the
 * files tells their form.
 *
 * @param roles how many components have each role
 */
record CorpusSystem(String name, Map<String, Integer> roles, List<CorpusTerm> terms) {
  private static final List<String> FILES =
      List.of("services.txt", "clusters.txt", "stateful.txt", "edge.txt");

  /**
   * An anomaly and what can be seen of it.
   *
   * @param traces by their letter: c states, d details, v violations, w violations that may be
   *     there, s signals, l warnings, i other log lines
   */
  record CorpusTerm(
      String name, List<String> synonyms, String definition, Map<Character, List<String>> traces) {
    List<String> traces(char kind) {
      return traces.getOrDefault(kind, List.of());
    }
  }

  static List<CorpusSystem> all() {
    return FILES.stream().flatMap(file -> read(file).stream()).toList();
  }

  private static List<CorpusSystem> read(String file) {
    InputStream in =
        Objects.requireNonNull(
            CorpusSystem.class.getResourceAsStream("/diagnosis/corpus/" + file), file);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<CorpusSystem> systems = new ArrayList<>();
      for (String line : reader.lines().filter(line -> !line.isBlank()).toList()) {
        add(line.strip(), systems);
      }
      return systems;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static void add(String line, List<CorpusSystem> systems) {
    String rest = line.substring(2).strip();
    if (line.startsWith("# ")) {
      String[] parts = rest.split("\\s*\\|\\s*");
      systems.add(new CorpusSystem(parts[0], roles(parts[2]), new ArrayList<>()));
      return;
    }
    List<CorpusTerm> terms = systems.get(systems.size() - 1).terms();
    if (line.startsWith("= ")) {
      terms.add(term(rest));
    } else {
      terms
          .get(terms.size() - 1)
          .traces()
          .computeIfAbsent(line.charAt(0), kind -> new ArrayList<>())
          .add(rest);
    }
  }

  private static Map<String, Integer> roles(String text) {
    Map<String, Integer> roles = new LinkedHashMap<>();
    for (String role : text.split("\\s*,\\s*")) {
      String[] parts = role.split("\\*");
      roles.put(parts[0].strip(), parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 1);
    }
    return roles;
  }

  private static CorpusTerm term(String text) {
    int colons = text.indexOf("::");
    String[] names = text.substring(0, colons).split("\\s*[;,]\\s*");
    List<String> synonyms = new ArrayList<>();
    for (int i = 1; i < names.length; i++) {
      synonyms.add(names[i].strip());
    }
    return new CorpusTerm(
        names[0].strip(), synonyms, text.substring(colons + 2).strip(), new LinkedHashMap<>());
  }
}
