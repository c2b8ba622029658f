package io.chaoschapters.subject.yaml.read;

import com.fasterxml.jackson.core.JsonPointer;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Quantity;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads single values of a file; what cannot be read is reported with its line. */
final class Values {
  private Values() {}

  /** The regular expression of a key; null when it is not there or is none. */
  static @Nullable Pattern pattern(Section at, String key) {
    String text = at.text(key);
    if (text == null) {
      return null;
    }
    try {
      return Pattern.compile(text, Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s': '%s' is no regular expression: %s.",
              key, Words.quoted(text), e.getDescription()));
      return null;
    }
  }

  static @Nullable Template pointer(Section at, String key) {
    String text = at.text(key);
    if (text == null) {
      return null;
    }
    try {
      JsonPointer.compile(text);
      return new Template(text);
    } catch (IllegalArgumentException e) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s': '%s' is no JSON pointer; it begins with a slash, such as /status/leader.",
              key, Words.quoted(text)));
      return null;
    }
  }

  /** The whole numbers of a key: one or a list. */
  static List<Integer> codes(Section at, String key) {
    List<Integer> codes = new ArrayList<>();
    for (String text : at.texts(key)) {
      if (text.matches("[0-9]{1,4}")) {
        codes.add(Integer.parseInt(text));
      } else {
        at.wrong(
            key,
            RootLocale.format(
                "'%s': '%s' is no status or exit code; write a whole number such as 200, or a list.",
                key, Words.quoted(text)));
      }
    }
    return codes;
  }

  /** A whole number of at least 1. */
  static int count(Section at, String key, int otherwise) {
    String text = at.text(key);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9][0-9]{0,3}")) {
      at.wrong(key, RootLocale.format("'%s' is %s; it must be a whole number from 1.", key, text));
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  /** A number in the unit of a signal. */
  static OptionalDouble quantity(Section at, String key, String unit) {
    String text = at.text(key);
    if (text == null) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Quantity.parse(text, unit));
    } catch (IllegalArgumentException e) {
      at.wrong(key, RootLocale.format("'%s': %s.", key, Failure.words(e)));
      return OptionalDouble.empty();
    }
  }

  static List<Template> templates(Section at, String key) {
    return at.texts(key).stream().map(Template::new).toList();
  }

  /** Those of several commands. */
  static List<Template> templates(List<CommandQuestion> commands) {
    return commands.stream().flatMap(command -> command.templates().stream()).toList();
  }

  static Map<String, Template> templatesByName(Section group) {
    Map<String, Template> all = new LinkedHashMap<>();
    group.values(Set.of()).forEach((name, text) -> all.put(name, new Template(text)));
    return all;
  }

  /** A command, or a list of commands. */
  static List<CommandQuestion> commands(Section at, String key) {
    Section list = at.child(key);
    if (!list.exists()) {
      return List.of();
    }
    List<Section> items = list.items();
    boolean several = items.stream().anyMatch(item -> !item.items().isEmpty());
    if (!several) {
      return List.of(new CommandQuestion(templates(at, key)));
    }
    List<CommandQuestion> commands = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).items().isEmpty()) {
        list.wrong(
            Integer.toString(i),
            RootLocale.format(
                "'%s' mixes commands and words; write one command, or a list of lists.", key));
      }
      commands.add(new CommandQuestion(templates(list, Integer.toString(i))));
    }
    return commands;
  }

  /** The one of several keys that is present; none or more than one is reported. */
  static @Nullable String onlyOne(Section at, String what, List<String> keys) {
    List<String> there = keys.stream().filter(at::has).toList();
    if (there.size() == 1) {
      return there.get(0);
    }
    at.wrong(
        there.isEmpty()
            ? RootLocale.format(
                "%s '%s' needs one of the keys %s.", what, at.name(), String.join(", ", keys))
            : RootLocale.format(
                "%s '%s' has the keys %s; it needs one of them.",
                what, at.name(), String.join(" and ", there)));
    return null;
  }
}
