package io.chaoschapters.presenter;

import io.chaoschapters.subject.installed.Subjects;
import org.apiguardian.api.API;

/** Ends with an error that lists the known subjects when there is none with the given id. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CheckSubject {
  private CheckSubject() {}

  /** Takes the id as its only argument. */
  public static void main(String[] arguments) {
    Subjects.find(arguments.length == 0 ? "" : arguments[0]);
  }
}
