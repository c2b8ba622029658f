package io.chaoschapters.subject.installed;

import org.apiguardian.api.API;

/**
 * A subject contradicts itself, such as by two signals of one id, or two subjects share an id;
 * found before anything is started. The message has a sentence a line: what, where, what to do.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidSubjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSubjectException(String message) {
    super(message);
  }
}
