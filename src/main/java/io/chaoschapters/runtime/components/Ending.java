package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** Ends everything that a runtime has started, whatever goes wrong on the way. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Ending {
  private final List<AutoCloseable> others = new CopyOnWriteArrayList<>();

  /** A part that is no component; it is closed before the components are ended. */
  public <T extends AutoCloseable> T closeLater(T part) {
    others.add(part);
    return part;
  }

  /**
   * Closes the parts that are no components, then ends the rest, also in a thread that was
   * interrupted.
   *
   * @param rest ends it and returns a sentence for each thing that did not end
   * @throws RuntimeFailureException with all those sentences
   */
  public void end(Supplier<List<String>> rest) {
    List<String> problems =
        Uninterrupted.get(
            () -> {
              List<String> all = new ArrayList<>(closeOthers());
              all.addAll(rest.get());
              return all;
            });
    if (!problems.isEmpty()) {
      throw new RuntimeFailureException(String.join(" ", problems));
    }
  }

  private List<String> closeOthers() {
    List<String> problems = new ArrayList<>();
    for (AutoCloseable other : others) {
      try {
        other.close();
      } catch (Exception e) {
        problems.add(RootLocale.format("Closing %s failed: %s.", other, Failure.words(e)));
      }
    }
    return problems;
  }
}
