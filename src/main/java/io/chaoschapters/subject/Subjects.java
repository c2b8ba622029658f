package io.chaoschapters.subject;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.apiguardian.api.API;

/** The subjects on the class path. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Subjects {
  private Subjects() {}

  /** Every subject, in the order of their ids. */
  public static List<Subject<?>> all() {
    return ServiceLoader.load(Subject.class).stream()
        .<Subject<?>>map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Subject::id))
        .toList();
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
