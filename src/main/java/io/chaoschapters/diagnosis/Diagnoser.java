package io.chaoschapters.diagnosis;

import io.chaoschapters.subject.Glossary;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Names the anomaly behind a piece of evidence. May be used by one thread after the other. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Diagnoser extends AutoCloseable {
  /** What {@code -Dai} calls it. */
  String id();

  /** What answers: the version of the method and the name of the model. */
  String version();

  /** One sentence on what it is, shown with each of its answers. */
  String description();

  /** One sentence on what leaves the machine when it is asked. */
  String whatLeavesTheMachine();

  /**
   * Gets ready ahead of the first question, such as by loading a model; returns once it is ready.
   *
   * @throws DiagnosisException when it cannot get ready
   */
  default void warmUp() {}

  /** Gets ready for questions with this glossary, in any order of its terms. */
  default void warmUp(Glossary glossary) {
    warmUp();
  }

  /**
   * Answers.
   *
   * @param stream is given the answer piece by piece as it comes in
   * @return an answer, be it wrong or unreadable
   * @throws DiagnosisException when there was no answer at all: an infrastructure error
   */
  Diagnosis diagnose(Evidence evidence, Consumer<String> stream);

  /** Ends what it started. */
  @Override
  default void close() {}
}
