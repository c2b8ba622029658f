package io.chaoschapters.metrics.exposition;

import org.apiguardian.api.API;

/** An exposition that is not in the text format; the message is a sentence with the line number. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExpositionException extends Exception {

  private static final long serialVersionUID = 1L;

  ExpositionException(int line, String problem) {
    super("line " + line + " of the exposition " + problem);
  }
}
