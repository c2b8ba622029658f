package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import org.apiguardian.api.API;

/**
 * A way of asking a language model: what it is shown, in how many questions, and how its answers
 * become a diagnosis. It knows no system and no particular model.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface AskingMethod {
  /** Its name and version, which become part of the diagnoser's. */
  String version();

  /** Loads what it needs beside the language model. */
  default void warmUp() {}

  /**
   * Asks about the evidence of the conversation.
   *
   * @return an answer, be it wrong or unreadable; who gave it is filled in from {@link
   *     Conversation#provenance}
   * @throws io.chaoschapters.diagnosis.DiagnosisException when there was no answer at all
   */
  Diagnosis diagnose(Conversation conversation);
}
