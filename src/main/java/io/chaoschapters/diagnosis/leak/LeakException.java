package io.chaoschapters.diagnosis.leak;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** The evidence gives the answer away, so the diagnoser was not asked and the chapter fails. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LeakException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeakException(List<Leak> leaks) {
    super(
        RootLocale.format(
            "The evidence gives the answer away: %s. Reword the invariant, component detail or log line that says it.",
            leaks.stream().map(Leak::toString).collect(Collectors.joining("; "))));
  }
}
