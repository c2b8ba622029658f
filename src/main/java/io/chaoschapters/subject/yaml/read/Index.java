package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which components there are, and which ports they have; known before anything else is read. */
final class Index {
  private final Map<String, Set<String>> ports = new LinkedHashMap<>();
  private final Set<String> withFolder = new HashSet<>();
  private boolean lacksSome;

  /**
   * Adds a component.
   *
   * @param hasFolder whether it has a folder on this machine; a container has none
   */
  void add(String id, Collection<String> itsPorts, boolean hasFolder) {
    ports.put(id, new LinkedHashSet<>(itsPorts));
    if (hasFolder) {
      withFolder.add(id);
    }
  }

  /** Some component or port is not in it, because of an error that has been reported. */
  void lackSome() {
    lacksSome = true;
  }

  /** Whether what it does not know may be there all the same. */
  boolean lacksSome() {
    return lacksSome;
  }

  List<String> ids() {
    return List.copyOf(ports.keySet());
  }

  Set<String> portsOf(String id) {
    return ports.getOrDefault(id, Set.of());
  }

  /** All that have a port. */
  List<String> withPort(String port) {
    return ports.keySet().stream().filter(id -> portsOf(id).contains(port)).toList();
  }

  /** The components that a key names, {@code *} standing for anything; a wrong name is reported. */
  List<String> named(Section at, String key) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : at.texts(key)) {
      Pattern pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
      List<String> some =
          ports.keySet().stream().filter(id -> pattern.matcher(id).matches()).toList();
      if (some.isEmpty() && !lacksSome) {
        at.wrong(
            key,
            RootLocale.format(
                "'%s': there is no component '%s'%s (known: %s).",
                key,
                Words.quoted(name),
                NearMatch.hint(name, ids()),
                ids().isEmpty() ? "none" : String.join(", ", ids())));
      }
      found.addAll(some);
    }
    return List.copyOf(found);
  }

  /**
   * Reports unknown placeholders, and words in braces that hardly are what was meant.
   *
   * @param own the components that {@code id}, {@code host} and {@code port.*} can be those of
   * @param more further names
   */
  void check(Section at, String key, List<Template> templates, List<String> own, Set<String> more) {
    Set<String> known = new TreeSet<>(more);
    own.stream().findFirst().ifPresent(id -> known.addAll(names("", id)));
    for (String id : own) {
      known.retainAll(union(names("", id), more));
    }
    ids().forEach(id -> known.addAll(names(id + ".", id)));
    for (Template template : templates) {
      template.braced().forEach(braced -> doubt(at, key, braced, known));
      for (String name : template.names()) {
        if (!known.contains(name) && !(lacksSome && mayBeOfComponent(name))) {
          at.wrong(
              key,
              RootLocale.format(
                  "'{%s}' stands for nothing here%s (known: %s). Write {{%s}} where the braces are meant.",
                  Words.quoted(name), NearMatch.hint(name, known), String.join(", ", known), name));
        }
      }
    }
  }

  private static boolean mayBeOfComponent(String name) {
    return name.contains(".");
  }

  /** In a text of another language, braces may be its own. */
  private static void doubt(Section at, String key, Template.Braced braced, Set<String> known) {
    if (known.contains(braced.name())) {
      at.doubt(
          key,
          RootLocale.format(
              "'%s' %s; write {%s} for its value.",
              Words.quoted(braced.written()),
              braced.isEscaped() ? "writes the text {" + braced.word() + "}" : "stays as it is",
              braced.name()));
    } else if (braced.staysDoubled()) {
      // No error: templates of other programs are written so, and there is no other way to write
      // them.
      at.doubt(
          key,
          RootLocale.format(
              "'%s' stays as it is, for nothing is called '%s' here (known: %s). Write {%s} for one pair of braces.",
              Words.quoted(braced.written()),
              Words.quoted(braced.word()),
              String.join(", ", known),
              braced.word()));
    }
  }

  /**
   * The names of the component that a fault is on.
   *
   * @param ids those that it can be
   */
  Set<String> targetNames(List<String> ids) {
    Set<String> names = new TreeSet<>(Set.of("target.id", "target.host", "target.folder"));
    ids.forEach(id -> portsOf(id).forEach(port -> names.add("target.port." + port)));
    return names;
  }

  private static Set<String> union(Collection<String> one, Collection<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private List<String> names(String before, String id) {
    List<String> names = new ArrayList<>();
    for (String name : List.of("id", "host", "n")) {
      names.add(before + name);
    }
    if (withFolder.contains(id)) {
      names.add(before + "folder");
    }
    portsOf(id).forEach(port -> names.add(before + "port." + port));
    return names;
  }
}
