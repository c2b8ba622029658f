package io.chaoschapters.diagnosis;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.diagnosis.evidence.SavedView;
import io.chaoschapters.diagnosis.evidence.SystemTools;
import io.chaoschapters.diagnosis.evidence.SystemView;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.diagnosis.leak.OwnWords;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.DiagnosisEvent.Answered;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Asks the diagnosers of a run, and keeps what they answered. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChapterDiagnostician implements Diagnostician {
  private final List<Diagnoser> diagnosers;
  private final Supplier<Evidence> source;
  private final ForbiddenPhrases forbidden;
  private final Journal journal;
  private final @Nullable SystemTools tools;
  private final @Nullable SystemView view;
  private final List<Diagnosis> answers = new ArrayList<>();
  private final WokenQuestions woken = new WokenQuestions();
  private Function<Evidence, AnswerMarks> timing = gathered -> AnswerMarks.NONE;
  private Function<Diagnoser, @Nullable String> measured = diagnoser -> null;
  private @Nullable Evidence evidence;
  private AnswerMarks marks = AnswerMarks.NONE;

  /**
   * Makes one for a chapter.
   *
   * @param diagnosers at least one; the first gives the verdict
   * @param source gathers the evidence as it is at the moment
   * @param forbidden what gives the answer away, see {@link LeakCheck}
   * @param tools what a diagnoser may use to look closer, or null for nothing
   */
  public ChapterDiagnostician(
      List<Diagnoser> diagnosers,
      Supplier<Evidence> source,
      ForbiddenPhrases forbidden,
      Journal journal,
      @Nullable SystemTools tools) {
    this(diagnosers, source, forbidden, journal, tools, null);
  }

  /**
   * Makes one for a chapter.
   *
   * @param view what an agent may look at by itself, or null for the evidence and nothing else
   */
  public ChapterDiagnostician(
      List<Diagnoser> diagnosers,
      Supplier<Evidence> source,
      ForbiddenPhrases forbidden,
      Journal journal,
      @Nullable SystemTools tools,
      @Nullable SystemView view) {
    this.diagnosers = List.copyOf(diagnosers);
    this.source = source;
    this.forbidden = forbidden;
    this.journal = journal;
    this.tools = tools;
    this.view = view;
  }

  /** Has it write down when evidence was gathered, for each piece as it is asked about. */
  public ChapterDiagnostician timedBy(Function<Evidence, AnswerMarks> how) {
    timing = how;
    return this;
  }

  /** Has it write down what trials of each diagnoser came to, or that there are none. */
  public ChapterDiagnostician measuredBy(Function<Diagnoser, @Nullable String> how) {
    measured = how;
    return this;
  }

  @Override
  public Diagnosis diagnose() {
    Evidence now = source.get();
    evidence = now;
    Checked checked = requireNoLeak(now);
    marks = checked.marks();
    Diagnosis verdict = ask(diagnosers.get(0), now, checked);
    diagnosers.stream().skip(1).forEach(other -> askForComparison(other, now, checked));
    return verdict;
  }

  /** An invariant is violated: asks the diagnosers that are woken by that, each one once. */
  public void alert() {
    diagnosers.stream()
        .filter(Diagnoser::isWokenByAlerts)
        .forEach(diagnoser -> woken.begin(diagnoser.id(), () -> askEarly(diagnoser)));
  }

  private Diagnosis askEarly(Diagnoser diagnoser) {
    Evidence now = source.get();
    return answer(diagnoser, now, requireNoLeak(now), true);
  }

  /** The chapter asks no more: cancels woken diagnosers that have not answered. */
  public void callOff() {
    woken
        .callOff()
        .forEach(
            diagnoser ->
                journal.note(
                    RootLocale.format(
                        "%s was woken by a violation, and the chapter ended without its answer.",
                        diagnoser)));
  }

  /** Asks one of the diagnosers once more, about the evidence of the last question. */
  public Diagnosis askAgain(String diagnoser) {
    Evidence same = evidence().orElseGet(source);
    evidence = same;
    Checked checked = requireNoLeak(same);
    marks = checked.marks();
    return diagnosers.stream()
        .filter(candidate -> candidate.id().equals(diagnoser))
        .findFirst()
        .map(candidate -> ask(candidate, same, checked))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format(
                        "No diagnoser '%s' in this run (there are: %s).",
                        diagnoser, diagnosers())));
  }

  @Override
  public List<String> diagnosers() {
    return diagnosers.stream().map(Diagnoser::id).toList();
  }

  @Override
  public Optional<Evidence> evidence() {
    return Optional.ofNullable(evidence);
  }

  /** What to know of the first diagnoser's answer to the last question; empty before it. */
  public Optional<AnswerMarks> marks() {
    return evidence().map(asked -> marksOf(diagnosers.get(0), marks));
  }

  private AnswerMarks marksOf(Diagnoser diagnoser, AnswerMarks timed) {
    return timed.measured(measured.apply(diagnoser));
  }

  /** What the evidence may not say. */
  public ForbiddenPhrases forbidden() {
    return forbidden;
  }

  @Override
  public List<Diagnosis> answers() {
    return List.copyOf(answers);
  }

  @Override
  public Optional<Diagnosis> verdict() {
    return lastOf(diagnosers.get(0).id());
  }

  @Override
  public List<Diagnosis> comparisons() {
    return diagnosers.stream().skip(1).flatMap(other -> lastOf(other.id()).stream()).toList();
  }

  private Optional<Diagnosis> lastOf(String diagnoser) {
    return answers.stream()
        .filter(answer -> answer.provenance().diagnoser().equals(diagnoser))
        .reduce((earlier, later) -> later);
  }

  /** Evidence in which nothing leaks, and what to know of it. */
  private record Checked(LeakCheck leaks, AnswerMarks marks) {}

  private Checked requireNoLeak(Evidence now) {
    LeakCheck leaks = LeakCheck.of(now, forbidden);
    leaks.requireNone(now);
    List<String> said = OwnWords.terms(now);
    if (!said.isEmpty()) {
      journal.note("named by the system itself: " + String.join(", ", said));
    }
    return new Checked(leaks, timing.apply(now).naming(said));
  }

  /** A second opinion that does not come is noted; it does not spoil the first. */
  private void askForComparison(Diagnoser diagnoser, Evidence now, Checked checked) {
    try {
      ask(diagnoser, now, checked);
    } catch (DiagnosisException e) {
      journal.note(diagnoser.id() + " did not answer: " + Failure.words(e));
    }
  }

  private Diagnosis ask(Diagnoser diagnoser, Evidence now, Checked checked) {
    Diagnosis answer =
        woken.take(diagnoser.id()).orElseGet(() -> answer(diagnoser, now, checked, false));
    answers.add(answer);
    return answer;
  }

  private Diagnosis answer(Diagnoser diagnoser, Evidence now, Checked checked, boolean early) {
    journal.append(
        new DiagnosisEvent.Asked(
            diagnoser.id(),
            diagnoser.version(),
            EvidenceText.markdown(now),
            marksOf(diagnoser, checked.marks()),
            !diagnoser.id().equals(diagnosers.get(0).id()),
            early));
    Diagnosis answer =
        diagnoser.diagnose(
            new Inquiry(
                    now,
                    checked.leaks(),
                    text -> journal.append(new DiagnosisEvent.Text(text)),
                    journal::note,
                    tools)
                .withView(view == null ? new SavedView(now) : view, journal::append));
    journal.append(answered(answer));
    return answer;
  }

  private static Answered answered(Diagnosis answer) {
    Provenance from = answer.provenance();
    return new Answered(
        from.diagnoser(),
        from.version(),
        DiagnosisEvent.Finding.valueOf(answer.verdict().name()),
        answer.terms(),
        answer.otherWords(),
        answer.component(),
        answer.anomalies().stream()
            .map(a -> new Answered.Named(a.term(), a.component(), cited(a.symptoms())))
            .toList(),
        answer.mechanism(),
        cited(answer.citations()),
        answer.alternatives().stream()
            .map(a -> new Answered.Alternative(a.term(), a.whyNot()))
            .toList(),
        answer.confidence(),
        answer.advice(),
        from.seconds(),
        from.prompt(),
        from.rawAnswer(),
        from.work());
  }

  private static List<Answered.Citation> cited(List<Citation> citations) {
    return citations.stream()
        .map(c -> new Answered.Citation(c.source(), c.value(), c.grounded()))
        .toList();
  }
}
