package io.chaoschapters.subject.installed;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.apiguardian.api.API;

/** No subject has the id that was asked for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UnknownSubjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownSubjectException(String id, List<String> known) {
    super(
        RootLocale.format(
            "No subject '%s' (known: %s). Use -Dsubject=<id>; a subject of your own is a file subjects/<id>.yaml on the class path, or a class that ServiceLoader finds.",
            id, known.isEmpty() ? "none" : String.join(", ", known)));
  }
}
