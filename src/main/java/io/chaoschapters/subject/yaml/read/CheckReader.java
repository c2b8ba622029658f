package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.model.Check;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a question, and when its answer says that something is so. */
final class CheckReader {
  private static final Duration WITHIN = Duration.ofSeconds(1);

  private final Index index;

  CheckReader(Index index) {
    this.index = index;
  }

  /**
   * Reads one.
   *
   * @param of the components that it can be asked of; empty when it names whom it asks
   */
  Optional<Check> read(Section at, List<String> of, Set<String> more) {
    String kind = Values.onlyOne(at, "the check", AskReader.KINDS);
    if (kind == null) {
      return Optional.empty();
    }
    Pattern matches = Values.pattern(at, "matches");
    return new AskReader(index)
        .read(at, kind, of, matches, more)
        .map(
            asked ->
                new Check(
                    asked.question(),
                    asked.components().size() == 1 ? asked.components().get(0) : null,
                    codes(at, kind),
                    matches,
                    at.duration("within", WITHIN)));
  }

  private static List<Integer> codes(Section at, String kind) {
    List<Integer> codes = new ArrayList<>(Values.codes(at, "exit"));
    codes.addAll(Values.codes(at, "status"));
    String wrong = kind.equals(AskReader.COMMAND) ? "status" : "exit";
    if (at.has(wrong)) {
      at.wrong(wrong, RootLocale.format("'%s' does not go with '%s'.", wrong, kind));
    }
    return codes;
  }
}
