package io.chaoschapters.subject.installed;

import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.apiguardian.api.API;

/** No subject has the id that was asked for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UnknownSubjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static String hint(String id, List<String> known) {
    String hint = NearMatch.hint(id, known);
    return hint.isEmpty() ? "." : hint;
  }

  UnknownSubjectException(String id, List<String> known) {
    super(
        RootLocale.format(
            "No subject '%s' (known: %s)%s Use -Dsubject=<id>, or correct the id in @ChaosDemo; a subject of your own is a file subjects/<id>.yaml on the class path, or a class that META-INF/services/io.chaoschapters.subject.Subject names.",
            id, known.isEmpty() ? "none" : String.join(", ", known), hint(id, known)));
  }
}
