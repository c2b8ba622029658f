package io.chaoschapters.runtime.attach;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Decides which of what runs is which component of the subject. It would rather refuse than guess:
 * a selector has to find exactly as many as there are components with it, and each of them has to
 * carry the label by which its owner allows it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TargetChoice {
  private static final int SHOWN = 5;

  private final String place;
  private final Function<String, List<Candidate>> finder;

  /**
   * Nothing is looked for yet.
   *
   * @param place where it is looked, such as {@code namespace staging}
   * @param finder finds what runs there and carries the labels of a selector; all of it for an
   *     empty one
   */
  public TargetChoice(String place, Function<String, List<Candidate>> finder) {
    this.place = place;
    this.finder = finder;
  }

  /**
   * What each component is, in the order of the specs. Those that share a selector get what it
   * finds in the order of their names.
   *
   * @throws RuntimeFailureException when that is not clear, or not allowed
   */
  public Map<String, Candidate> choose(List<ComponentSpec> specs) {
    Map<String, List<ComponentSpec>> bySelector = new LinkedHashMap<>();
    for (ComponentSpec spec : specs) {
      bySelector.computeIfAbsent(selector(spec), same -> new ArrayList<>()).add(spec);
    }
    Map<String, Candidate> chosen = new LinkedHashMap<>();
    Map<String, String> taken = new LinkedHashMap<>();
    bySelector.forEach(
        (selector, sharing) -> {
          List<Candidate> found = find(selector, sharing);
          for (int i = 0; i < found.size(); i++) {
            String id = sharing.get(i).id();
            String other = taken.put(found.get(i).name(), id);
            if (other != null) {
              throw new RuntimeFailureException(
                  RootLocale.format(
                      "Components '%s' and '%s' are both %s in %s; make their selectors differ.",
                      other, id, found.get(i), place));
            }
            chosen.put(id, found.get(i));
          }
        });
    return chosen;
  }

  private static String selector(ComponentSpec spec) {
    ComponentSpec.Existing existing = spec.existing();
    if (existing == null || existing.selector().isBlank()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' has no selector, so it cannot be found among what runs already (setting attach). The subject gives it one; an empty one would mean everything.",
              spec.id()));
    }
    return existing.selector().strip();
  }

  private List<Candidate> find(String selector, List<ComponentSpec> sharing) {
    String components =
        sharing.stream().map(spec -> "'" + spec.id() + "'").collect(Collectors.joining(", "));
    List<Candidate> found =
        finder.apply(selector).stream().sorted(Comparator.comparing(Candidate::name)).toList();
    if (found.isEmpty()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The selector '%s' of %s finds nothing that runs in %s. There is: %s.",
              selector, components, place, names(finder.apply(""))));
    }
    if (found.size() != sharing.size()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "The selector '%s' finds %d in %s (%s), but the subject has %d with it (%s). Make the selector narrower, or name as many components.",
              selector, found.size(), place, names(found), sharing.size(), components));
    }
    for (Candidate candidate : found) {
      requireAllowed(candidate);
    }
    return found;
  }

  /**
   * Nothing is hit that its owner has not allowed.
   *
   * @throws RuntimeFailureException when the label is not there (any more)
   */
  public void requireAllowed(Candidate candidate) {
    if (!candidate.isAllowed()) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Nothing is done to %s in %s: it does not carry the label %s=true, by which its owner allows it%s.",
              candidate,
              place,
              Candidate.ALLOW,
              candidate.owner().isEmpty()
                  ? ""
                  : " (in the template of " + candidate.owner() + ")"));
    }
  }

  private static String names(List<Candidate> all) {
    if (all.isEmpty()) {
      return "nothing";
    }
    String first = all.stream().limit(SHOWN).map(Candidate::name).collect(Collectors.joining(", "));
    return all.size() <= SHOWN
        ? first
        : RootLocale.format("%s and %d more", first, all.size() - SHOWN);
  }

  /** What people are shown before anything is done. */
  public List<String> preview(Map<String, Candidate> chosen, int most) {
    List<String> lines = new ArrayList<>();
    lines.add(
        RootLocale.format(
            "Attached to %s: %d of what runs there may be hit, at most %d at once (setting attach.most).",
            place, chosen.size(), most));
    chosen.forEach(
        (id, candidate) -> lines.add(RootLocale.format("%s may be hit as '%s'.", candidate, id)));
    return lines;
  }
}
