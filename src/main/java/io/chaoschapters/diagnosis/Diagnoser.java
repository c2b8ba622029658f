package io.chaoschapters.diagnosis;

import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.leak.LeakException;
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

  /** Whether anything leaves the machine when it is asked, and what. */
  Privacy privacy();

  /**
   * Whether it is asked as soon as an invariant is violated, like an engineer on call, and not only
   * when a chapter asks. The chapter then takes that answer.
   */
  default boolean isWokenByAlerts() {
    return false;
  }

  /**
   * Gets ready ahead of the first question, such as by loading a model; returns once it is ready.
   *
   * @param preparation the glossary, where files may be left, and whom to tell how far it is
   * @throws DiagnosisException when it cannot get ready
   */
  default void warmUp(Preparation preparation) {}

  /**
   * Answers, and shows the answer on the way by {@link Inquiry#text}. A diagnoser that makes a
   * prompt of its own, rather than show what {@link EvidenceText} makes of the evidence, has the
   * inquiry check it.
   *
   * @return an answer, be it wrong or unreadable
   * @throws DiagnosisException when there was no answer at all: an infrastructure error
   * @throws LeakException when a prompt would have given the answer away; it was not sent
   */
  Diagnosis diagnose(Inquiry inquiry);

  /** Ends what it started. */
  @Override
  default void close() {}
}
