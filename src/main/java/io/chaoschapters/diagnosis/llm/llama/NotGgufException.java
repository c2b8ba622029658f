package io.chaoschapters.diagnosis.llm.llama;

import java.io.IOException;

/** A file is not GGUF, or one that cannot be; the message is a clause. */
final class NotGgufException extends IOException {
  private static final long serialVersionUID = 1L;

  NotGgufException(String message) {
    super(message);
  }
}
