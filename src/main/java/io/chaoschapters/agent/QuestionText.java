package io.chaoschapters.agent;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What an agent is asked: the same for every system and every agent. */
final class QuestionText {
  private static final String FILE = "question.txt";

  private QuestionText() {}

  /**
   * The question.
   *
   * @param whole whether all that was observed is in it, rather than alerts alone
   */
  static String of(Evidence evidence, boolean whole) {
    return task() + (whole ? EvidenceText.markdown(evidence) : alerts(evidence));
  }

  /** What of it is no definition of the glossary; for the leak check. */
  static String observed(Evidence evidence, boolean whole) {
    return task() + (whole ? EvidenceText.observed(evidence) : alerts(evidence));
  }

  private static String alerts(Evidence evidence) {
    List<String> alerts =
        evidence.activeViolations().stream().map(ViolationEvidence::sentence).toList();
    return alerts.isEmpty()
        ? "No alert is active.\n"
        : "Active alerts:\n- " + String.join("\n- ", alerts) + "\n";
  }

  private static String task() {
    try (InputStream in =
        Objects.requireNonNull(QuestionText.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE + " from the jar", e);
    }
  }
}
