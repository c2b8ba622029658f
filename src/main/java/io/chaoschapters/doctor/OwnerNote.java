package io.chaoschapters.doctor;

import io.chaoschapters.runtime.process.Owner;
import java.util.List;
import java.util.Optional;

/**
 * What the owner file of a run says: to whom the run belongs, and where it has started components.
 *
 * @param runtime the id of its runtime; empty in files of the old form, which say nothing of it
 * @param place where that runtime's components are, as the runtime says; may be empty
 */
record OwnerNote(Owner owner, String runtime, String place) {
  private static final String RUNTIME = "runtime ";
  private static final String PLACE = "place ";

  String text() {
    String at = place.isEmpty() ? "" : PLACE + place + "\n";
    return owner + "\n" + RUNTIME + runtime + "\n" + at;
  }

  /** Empty when the text is not that of an owner file. */
  static Optional<OwnerNote> parse(String text) {
    // What is not ended by a new line may be written in part only, so it is not believed; but an
    // owner's text ends with where it is, and half of that is nowhere here.
    List<String> lines = text.lines().toList();
    List<String> whole =
        text.endsWith("\n") ? lines : lines.subList(0, Math.max(0, lines.size() - 1));
    return lines.isEmpty()
        ? Optional.empty()
        : Owner.parse(lines.get(0))
            .map(owner -> new OwnerNote(owner, value(whole, RUNTIME), value(whole, PLACE)));
  }

  private static String value(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(name.length()).strip())
        .orElse("");
  }
}
