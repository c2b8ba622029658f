package io.chaoschapters.diagnosis;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.LeakException;
import io.chaoschapters.subject.Glossary;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Names the anomaly behind a piece of evidence. May be used by one thread after the other. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Diagnoser extends AutoCloseable {
  /** How {@link #whatLeavesTheMachine()} begins when nothing does. */
  String NOTHING = "Nothing";

  /** What {@code -Dai} calls it. */
  String id();

  /** What answers: the version of the method and the name of the model. */
  String version();

  /** One sentence on what it is, shown with each of its answers. */
  String description();

  /**
   * One sentence on what leaves the machine when it is asked; it begins with {@value #NOTHING} when
   * nothing does.
   */
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
   * Gets ready, and tells on the way how far it is; a run calls this one.
   *
   * @param preparation the glossary, and where files may be left
   * @throws DiagnosisException when it cannot get ready
   */
  default void warmUp(Preparation preparation) {
    warmUp(preparation.glossary());
  }

  /**
   * Answers.
   *
   * @param stream is given the answer piece by piece as it comes in
   * @return an answer, be it wrong or unreadable
   * @throws DiagnosisException when there was no answer at all: an infrastructure error
   */
  Diagnosis diagnose(Evidence evidence, Consumer<String> stream);

  /**
   * Answers; a run calls this one. A diagnoser that makes a prompt of its own, rather than show
   * what {@link EvidenceText} makes of the evidence, has the inquiry check it.
   *
   * @return an answer, be it wrong or unreadable
   * @throws DiagnosisException when there was no answer at all: an infrastructure error
   * @throws LeakException when a prompt would have given the answer away; it was not sent
   */
  default Diagnosis diagnose(Inquiry inquiry) {
    return diagnose(inquiry.evidence(), inquiry::text);
  }

  /** Ends what it started. */
  @Override
  default void close() {}
}
