package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Waves;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;

/** Sees that components can be started in an order in which each knows what it needs. */
final class StartOrder {
  private final List<ComponentEntry> entries;
  private final Section all;

  StartOrder(List<ComponentEntry> entries, Section all) {
    this.entries = entries;
    this.all = all;
  }

  void check() {
    List<List<ComponentEntry>> waves = Waves.of(entries);
    List<ComponentEntry> started = waves.stream().flatMap(List::stream).toList();
    entries.stream()
        .filter(entry -> !started.contains(entry))
        .findFirst()
        .ifPresent(
            entry ->
                all.mistakes()
                    .add(
                        line(entry),
                        RootLocale.format(
                            "'%s' would have to start after itself ('after' or 'depends_on' goes round in a circle).",
                            entry.id())));
    for (int i = 0; i < waves.size(); i++) {
      List<String> later =
          waves.subList(i + 1, waves.size()).stream()
              .flatMap(List::stream)
              .map(ComponentEntry::id)
              .toList();
      waves.get(i).forEach(entry -> refuseLater(entry, later));
    }
  }

  private void refuseLater(ComponentEntry entry, List<String> later) {
    for (String name : texts(entry).stream().flatMap(text -> text.names().stream()).toList()) {
      if (name.contains(".") && later.contains(name.substring(0, name.indexOf('.')))) {
        all.mistakes()
            .add(
                line(entry),
                RootLocale.format(
                    "'%s' names '{%s}', which starts after it and has no port by then. Leave 'after' out where both need each other.",
                    entry.id(), name));
      }
    }
  }

  /** Of a container the ports are known before it starts. */
  private static List<Template> texts(ComponentEntry entry) {
    if (entry.container() != null) {
      return List.of();
    }
    List<Template> texts = new ArrayList<>(entry.environment().values());
    texts.addAll(entry.files().values());
    if (entry.program() != null) {
      texts.addAll(entry.program().command());
    }
    return texts;
  }

  private static int line(ComponentEntry entry) {
    return Integer.parseInt(entry.where().substring(entry.where().lastIndexOf(':') + 1));
  }
}
