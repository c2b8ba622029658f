package io.chaoschapters.report.baseline;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Digests of what trials are made of. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Contents {
  /** What changes how a diagnoser is asked; its model is part of its version. */
  private static final List<Setting> ASKING =
      List.of(
          AiSettings.METHOD,
          AiSettings.TOOLS,
          AiSettings.REDACT,
          AiSettings.THINKING,
          AiSettings.TEMPERATURE,
          AiSettings.CONTEXT,
          AiSettings.ANSWER_TOKENS);

  private Contents() {}

  /** All of an experiment that changes what happens, or what is right, in words. */
  public static String words(Experiment e) {
    List<Object> parts = new ArrayList<>();
    parts.add(e.name());
    parts.add(e.given());
    parts.add(e.steadyState());
    Experiment.Load load = e.load();
    parts.add(load == null ? "no load" : load.type().name() + load.parameters());
    parts.add(e.leadIn());
    e.methods().forEach(m -> parts.add(m.fault().name() + m.targets() + m.parameters()));
    parts.add(e.duration());
    parts.add(e.settle());
    parts.add(e.expected().words());
    parts.add(e.ask());
    parts.add(e.rollback());
    return parts.toString();
  }

  /** All of an invariant that changes when it is violated, in words. */
  public static String words(Invariant invariant) {
    return RootLocale.format(
        "%s %s %s %d %d",
        invariant.id(),
        invariant.statement(),
        invariant.kind(),
        invariant.raiseAfter(),
        invariant.clearAfter());
  }

  /** The digest of the terms of glossaries, regardless of their order. */
  public static String glossary(Stream<Glossary> glossaries) {
    return Digest.of(
        glossaries
            .flatMap(glossary -> glossary.terms().stream())
            .map(Term::toString)
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  /** The digest of what is observed of a subject. */
  public static String observed(Subject<?> subject) {
    return Digest.of(
        Stream.concat(
                subject.signals().stream().map(Signal::toString),
                subject.invariants().stream().map(Contents::words))
            .collect(Collectors.joining("\n")));
  }

  /** How diagnosers are asked, in words. */
  public static String asking(Settings settings) {
    return ASKING.stream()
        .filter(setting -> !settings.text(setting).isEmpty())
        .map(setting -> setting.name() + "=" + settings.text(setting))
        .collect(Collectors.joining(" "));
  }
}
