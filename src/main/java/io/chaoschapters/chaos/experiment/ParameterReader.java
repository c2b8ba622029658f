package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads parameters one by one, so that each error is reported at its own line. */
final class ParameterReader {
  private ParameterReader() {}

  /**
   * Reads the values of a section.
   *
   * @param of what the parameters belong to, such as {@code fault 'freeze'}
   * @param but keys of the section that are no parameters
   */
  static Optional<Parameters> read(
      Section section, String of, List<ParameterSpec> specs, Set<String> but) {
    Map<String, String> values = section.values(but);
    List<String> known = specs.stream().map(ParameterSpec::name).toList();
    boolean good = true;
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        good = false;
        section.wrong(
            name,
            RootLocale.format(
                "unknown parameter '%s' of %s%s (known: %s).",
                Words.quoted(name),
                of,
                NearMatch.hint(name, known),
                known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
    for (ParameterSpec spec : specs) {
      good &= isGood(section, of, spec, values);
    }
    return good ? Optional.of(Parameters.parse(specs, values)) : Optional.empty();
  }

  private static boolean isGood(
      Section section, String of, ParameterSpec spec, Map<String, String> values) {
    String text = values.get(spec.name());
    try {
      Parameters.parse(List.of(spec), text == null ? Map.of() : Map.of(spec.name(), text));
      return true;
    } catch (IllegalArgumentException e) {
      section.wrong(spec.name(), RootLocale.format("%s: %s.", of, Failure.words(e)));
      return false;
    }
  }
}
