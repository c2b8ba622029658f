package io.chaoschapters.runtime.attach;

import io.chaoschapters.text.RootLocale;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Something that runs and that a selector has found.
 *
 * @param kind what it is, such as {@code pod}
 * @param name what its owner calls it
 * @param owner what made it and would make it again, such as {@code ReplicaSet web-5d9c}; empty
 *     when nothing would
 * @param labels those it carries
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Candidate(String kind, String name, String owner, Map<String, String> labels) {
  /** The label by which its owner allows that it is hit. */
  public static final String ALLOW = "chaoschapters.io/allow";

  public Candidate {
    labels = Map.copyOf(labels);
  }

  /** Whether its owner allows that it is hit. */
  public boolean isAllowed() {
    return "true".equals(labels.get(ALLOW));
  }

  @Override
  public String toString() {
    return RootLocale.format("%s %s%s", kind, name, owner.isEmpty() ? "" : " of " + owner);
  }
}
