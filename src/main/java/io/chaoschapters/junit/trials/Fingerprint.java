package io.chaoschapters.junit.trials;

import io.chaoschapters.chaos.Experiment;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.RootLocale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether trials of two runs may be counted together. */
final class Fingerprint {
  /** Settings that change what is measured. */
  private static final Pattern MEASURING =
      Pattern.compile(
          "(?:ai|runtime|docker)(?:[.-].*)?|poll|prometheus|trials|trials\\.experiments");

  private Fingerprint() {}

  static String of(
      Subject<?> subject, List<Experiment> experiments, List<Asked> diagnosers, Settings settings) {
    List<String> lines = new ArrayList<>();
    lines.add(subject.id());
    experiments.forEach(experiment -> lines.add(words(experiment)));
    subject.glossary().terms().forEach(term -> lines.add(term.toString()));
    subject.signals().stream().map(Signal::toString).forEach(lines::add);
    subject.invariants().stream().map(Fingerprint::words).forEach(lines::add);
    diagnosers.forEach(asked -> lines.add(asked.toString()));
    settings.all().stream()
        .filter(value -> MEASURING.matcher(value.setting().name()).matches())
        .map(Fingerprint::words)
        .forEach(lines::add);
    return hash(String.join("\n", lines));
  }

  private static String words(Experiment e) {
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

  private static String words(Invariant invariant) {
    return RootLocale.format(
        "%s %s %s %d %d",
        invariant.id(),
        invariant.statement(),
        invariant.kind(),
        invariant.raiseAfter(),
        invariant.clearAfter());
  }

  private static String words(SettingValue value) {
    return value.setting().name() + "=" + value.value();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
