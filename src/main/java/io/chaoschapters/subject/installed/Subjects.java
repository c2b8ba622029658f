package io.chaoschapters.subject.installed;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
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
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = own == null ? Subjects.class.getClassLoader() : own;
    List<SubjectSource.Found> all = new ArrayList<>(found());
    for (SubjectSource source : ServiceLoader.load(SubjectSource.class)) {
      all.addAll(source.subjects(loader));
    }
    all.sort(Comparator.comparing(found -> found.subject().id()));
    for (int i = 1; i < all.size(); i++) {
      SubjectSource.Found one = all.get(i - 1);
      SubjectSource.Found other = all.get(i);
      if (one.subject().id().equals(other.subject().id())) {
        throw new InvalidSubjectException(
            RootLocale.format(
                "Two subjects on the class path are called '%s': %s and %s. Give one another id.",
                one.subject().id(), one.where(), other.where()));
      }
    }
    return all.stream().<Subject<?>>map(SubjectSource.Found::subject).toList();
  }

  private static List<SubjectSource.Found> found() {
    try {
      return ServiceLoader.load(Subject.class).stream()
          .<Subject<?>>map(ServiceLoader.Provider::get)
          .map(subject -> new SubjectSource.Found(subject, subject.getClass().getName()))
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
