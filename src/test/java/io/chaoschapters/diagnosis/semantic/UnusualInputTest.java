package io.chaoschapters.diagnosis.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.SavedCase;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.RememberingEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Glossaries and evidence as nobody planned them get an answer, in time. */
class UnusualInputTest {
  /** A hundred milliseconds are what is aimed at; a loaded machine takes a multiple. */
  private static final double LONGEST_SECONDS = 3;

  private static final Term DOWN =
      Term.of("store down", "One store has stopped and refuses connections; the others go on.");
  private static final Term SLOW = Term.of("slow disk", "The disk takes long for each write.");
  private static final SemanticDiagnoser DIAGNOSER =
      new SemanticDiagnoser(
          new RememberingEncoder(new MiniLmEncoder(Path.of("target/chapters/.cache"))),
          Calibration.standard(),
          Weights.standard());

  private static Evidence killed() {
    return SavedCase.of("docs/trials/evidence/tikv").stream()
        .filter(saved -> saved.name().endsWith("one-store-killed"))
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  private static Evidence with(List<Term> terms) {
    Evidence e = killed();
    return new Evidence(
        e.takenAt(),
        e.components(),
        e.violations(),
        e.signals(),
        e.log(),
        e.baseline(),
        new Glossary(terms));
  }

  private static Diagnosis ask(Evidence evidence) {
    DIAGNOSER.warmUp(new Preparation(evidence.glossary(), Path.of("target"), progress -> {}));
    return DIAGNOSER.diagnose(Inquiry.about(evidence, text -> {}));
  }

  @Test
  void glossaryOfTwoTerms_isAnswered() {
    assertThat(ask(with(List.of(DOWN, SLOW))).terms()).containsExactly("store down");
  }

  @Test
  void glossaryOfSixtyTerms_isAnsweredInTime() {
    List<Term> terms = new ArrayList<>(List.of(DOWN));
    IntStream.range(0, 59)
        .mapToObj(i -> Term.of("trouble " + i, "Invoice number " + i + " was printed twice."))
        .forEach(terms::add);
    Diagnosis answer = ask(with(terms));
    assertThat(answer.terms()).containsExactly("store down");
    assertThat(answer.provenance().seconds()).isLessThan(LONGEST_SECONDS);
  }

  @Test
  void definitionsOfOneWordAndOfTwoThousandCharacters_areAnswered() {
    String wordy = "The printer has no paper and waits for somebody who brings some. ".repeat(31);
    assertThat(wordy).hasSizeGreaterThan(2000);
    Diagnosis answer =
        ask(with(List.of(DOWN, Term.of("latency", "Slow."), Term.of("paper out", wordy))));
    assertThat(answer.terms()).containsExactly("store down");
    assertThat(answer.provenance().seconds()).isLessThan(LONGEST_SECONDS);
  }

  /** The model knows English; what it cannot read it does not name for sure. */
  @Test
  void definitionsInOtherLanguages_areAnsweredWithoutFailure() {
    Diagnosis answer =
        ask(
            with(
                List.of(
                    Term.of("Knoten weg", "Ein Knoten ist abgestürzt und nimmt nichts mehr an."),
                    Term.of("磁盘慢", "磁盘写入很慢。"),
                    Term.of("кворум потерян", "Большинство узлов недоступно."))));
    assertThat(answer.verdict()).isIn(Verdict.ANOMALY, Verdict.UNSURE);
  }

  @Test
  void sameTextTwice_isNotDecidedByChance() {
    Term again = Term.of("store gone", DOWN.definition());
    Diagnosis answer = ask(with(List.of(DOWN, again, SLOW)));
    assertThat(answer.terms()).doesNotContain("slow disk");
    Diagnosis turned = ask(with(List.of(again, SLOW, DOWN)));
    assertThat(turned.terms()).isEqualTo(answer.terms());
    assertThat(turned.verdict()).isEqualTo(answer.verdict());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fiveThousandLogLines_areAnsweredInTime(boolean warnings) {
    Evidence e = killed();
    List<LogEvidence> log =
        IntStream.range(0, 5000)
            .mapToObj(i -> new LogEvidence("tikv-1", "word" + i + "x is noted", 1, warnings))
            .toList();
    Diagnosis answer =
        ask(
            new Evidence(
                e.takenAt(),
                e.components(),
                e.violations(),
                e.signals(),
                log,
                e.baseline(),
                e.glossary()));
    assertThat(answer.terms()).containsExactly("store down");
    assertThat(answer.provenance().seconds()).isLessThan(LONGEST_SECONDS);
  }

  @Test
  void nothingButUnknown_isUnsure() {
    Evidence e = killed();
    List<ComponentStatus> unknown =
        e.components().stream()
            .map(c -> ComponentStatus.of(c.id(), c.role(), Health.UNKNOWN, ""))
            .toList();
    List<SignalChange> signals =
        e.signals().stream()
            .map(
                s ->
                    new SignalChange(
                        s.id(),
                        s.label(),
                        s.description(),
                        s.unit(),
                        s.before(),
                        Reading.unknown("no answer")))
            .toList();
    Diagnosis answer =
        ask(
            new Evidence(
                e.takenAt(), unknown, List.of(), signals, List.of(), e.baseline(), e.glossary()));
    assertThat(answer.verdict()).isEqualTo(Verdict.UNSURE);
  }
}
