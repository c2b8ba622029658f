package io.chaoschapters.runtime.attach;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** How many of what is not ours may be disturbed at the same time. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AtOnce {
  private final int most;
  private final Set<String> disturbed = new TreeSet<>();

  /** None is disturbed. */
  public AtOnce(int most) {
    this.most = most;
  }

  /** How many that are. */
  public int most() {
    return most;
  }

  /**
   * One more, before anything is done to it; the same one counts once.
   *
   * @throws RuntimeFailureException when that would be too many
   */
  public synchronized void begin(String component) {
    if (!disturbed.contains(component) && disturbed.size() >= most) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Nothing is done to component '%s': %s is disturbed already, and at most %d may be at once. Allow more with -Dattach.most=%d.",
              component, String.join(", ", disturbed), most, disturbed.size() + 1));
    }
    disturbed.add(component);
  }

  /** Whether the run has disturbed it, and it is not well again. */
  public synchronized boolean isDisturbed(String component) {
    return disturbed.contains(component);
  }

  /** The component works again. */
  public synchronized void end(String component) {
    disturbed.remove(component);
  }
}
