package io.chaoschapters.subject.installed;

import io.chaoschapters.subject.Subject;
import java.util.List;
import org.apiguardian.api.API;

/** Finds subjects that are no classes; found itself by {@link java.util.ServiceLoader}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface SubjectSource {
  /**
   * Those that a class loader can see.
   *
   * @throws InvalidSubjectException when one cannot be read
   */
  List<Found> subjects(ClassLoader loader);

  /**
   * One.
   *
   * @param where the file to open to change it
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record Found(Subject<?> subject, String where) {}
}
