package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.model.TargetEntry;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the targets that move. */
final class TargetReader {
  private static final List<String> KINDS = List.of("metric", "http", "tcp", "command");

  private final Section all;
  private final Index index;
  private final MetricReader metrics;

  TargetReader(Section all, Index index, MetricReader metrics) {
    this.all = all;
    this.index = index;
    this.metrics = metrics;
  }

  List<TargetEntry> read() {
    List<TargetEntry> targets = new ArrayList<>();
    for (String name : all.keys()) {
      Section at = all.child(name);
      if (index.ids().contains(name)) {
        all.wrong(
            name,
            RootLocale.format(
                "the target '%s' is called like a component; give it another name.", name));
      }
      String kind = Values.onlyOne(at, "target", KINDS);
      if (kind != null) {
        read(name, at, kind).ifPresent(targets::add);
      }
    }
    return targets;
  }

  private Optional<TargetEntry> read(String name, Section at, String kind) {
    List<String> named = index.named(at, "among");
    if (kind.equals("metric")) {
      List<String> among = named.isEmpty() ? metrics.components() : named;
      double value = Values.quantity(at, "equals", "").orElse(1);
      if (among.isEmpty() && metrics.areWhole()) {
        at.wrong("metric", "no component shows metrics; give one the key 'metrics'.");
      }
      return metrics
          .plain(at)
          .map(query -> new TargetEntry(name, among, new TargetEntry.ByMetric(query, value)));
    }
    String port = String.valueOf(at.text(kind)).replaceFirst("/.*", "");
    List<String> among =
        !named.isEmpty()
            ? named
            : kind.equals("command") || port.isEmpty() ? index.ids() : index.withPort(port);
    return new CheckReader(index)
        .read(at, among, Set.of())
        .map(check -> new TargetEntry(name, among, new TargetEntry.ByCheck(check)));
  }
}
