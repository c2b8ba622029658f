package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.subject.ComponentStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * What single components of a role say of themselves and the others do not, such as "leader": a
 * part that can move from one to another.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Titles {
  private static final Pattern PARTS = Pattern.compile("\\s*[,;]\\s*");
  private static final Pattern NUMBER = Pattern.compile("\\d");

  /** More words are a sentence about the component, not what it is. */
  private static final int MOST_WORDS = 3;

  private final Evidence evidence;

  public Titles(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * A title that is no longer where it was.
   *
   * @param from who had it at the steady state
   * @param to who has it now; empty when nobody says so
   */
  public record Moved(String role, String title, List<String> from, List<String> to) {}

  /** What some components had at the steady state and others of their role did not. */
  public List<String> before(List<ComponentStatus> some) {
    Set<String> ids = new LinkedHashSet<>();
    some.forEach(status -> ids.add(status.id()));
    Set<String> own = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (ComponentStatus status : evidence.baseline().components()) {
      if (some.stream().anyMatch(s -> s.role().equals(status.role()))) {
        (ids.contains(status.id()) ? own : others).addAll(titles(status));
      }
    }
    own.removeAll(others);
    return List.copyOf(own);
  }

  /** Titles of few that others have now, or that nobody has any more. */
  public List<Moved> moved() {
    List<Moved> moved = new ArrayList<>();
    Set<List<String>> seen = new LinkedHashSet<>();
    for (ComponentStatus before : evidence.baseline().components()) {
      for (String title : titles(before)) {
        if (!seen.add(List.of(before.role(), title))) {
          continue;
        }
        List<String> from = holders(evidence.baseline().components(), before.role(), title);
        List<String> to = holders(evidence.components(), before.role(), title);
        long all =
            evidence.baseline().components().stream()
                .filter(c -> c.role().equals(before.role()))
                .count();
        boolean few = all > 1 && from.size() * 2 < all;
        if (few && from.stream().noneMatch(to::contains)) {
          moved.add(new Moved(before.role(), title, from, to));
        }
      }
    }
    return moved;
  }

  private static List<String> holders(List<ComponentStatus> of, String role, String title) {
    return of.stream()
        .filter(c -> c.role().equals(role) && titles(c).contains(title))
        .map(ComponentStatus::id)
        .toList();
  }

  private static List<String> titles(ComponentStatus status) {
    return PARTS
        .splitAsStream(status.detail().strip())
        .filter(part -> !part.isBlank() && !NUMBER.matcher(part).find())
        .filter(part -> part.split("\\s+").length <= MOST_WORDS)
        .toList();
  }
}
