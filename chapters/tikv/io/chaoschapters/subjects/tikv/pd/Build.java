package io.chaoschapters.subjects.tikv.pd;

import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * Which program runs.
 *
 * @param version such as {@code v8.5.0}; empty when it does not say
 * @param commit which state of its source it was built from; empty when it does not say
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Build(String version, String commit) {
  private static final int SHORT = 10;

  /** Version and a short form of the commit. */
  public String words() {
    // What was built without a repository calls its commit "None".
    boolean unknown = commit.isEmpty() || commit.equals("None");
    String brief = commit.substring(0, Math.min(SHORT, commit.length()));
    return unknown ? version : RootLocale.format("%s (%s)", version, brief);
  }
}
