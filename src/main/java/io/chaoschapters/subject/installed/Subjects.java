package io.chaoschapters.subject.installed;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.apiguardian.api.API;

/** The subjects on the class path. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Subjects {
  private Subjects() {}

  /**
   * Every subject, in the order of their ids.
   *
   * @throws InvalidSubjectException when two have the same id, or one cannot be loaded
   */
  public static List<Subject<?>> all() {
    List<Subject<?>> all = found();
    for (int i = 1; i < all.size(); i++) {
      Subject<?> one = all.get(i - 1);
      Subject<?> other = all.get(i);
      if (one.id().equals(other.id())) {
        throw new InvalidSubjectException(
            RootLocale.format(
                "Two subjects on the class path are called '%s': %s and %s. Give one another id.",
                one.id(), one.getClass().getName(), other.getClass().getName()));
      }
    }
    return all;
  }

  private static List<Subject<?>> found() {
    try {
      return ServiceLoader.load(Subject.class).stream()
          .<Subject<?>>map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(Subject::id))
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new InvalidSubjectException(
          RootLocale.format(
              "A subject on the class path cannot be loaded: %s. Correct META-INF/services/%s, or build from scratch (mvn clean).",
              Failure.words(e).replaceFirst("\\.$", ""), Subject.class.getName()));
    }
  }

  /**
   * The subject with an id.
   *
   * @throws UnknownSubjectException listing the known ones
   */
  public static Subject<?> find(String id) {
    List<Subject<?>> known = all();
    return known.stream()
        .filter(subject -> subject.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new UnknownSubjectException(id, known.stream().map(Subject::id).toList()));
  }
}
