package io.chaoschapters.trials;

import io.chaoschapters.chaos.DirtyClusterException;
import io.chaoschapters.chaos.ExperimentHaltedException;
import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.chaos.InvalidInjectionException;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.ChapterDiagnostician;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.grading.DiagnosisGrader;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.monitor.BrokenMeasurementException;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.report.trials.TrialAnswer;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.session.EvidenceTiming;
import io.chaoschapters.session.ExperimentSession;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.Failure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one trial after the other: perform the experiment, gather evidence when it is time, undo
 * everything, and only then ask, so that a model takes no processor from the system that is
 * observed. Every diagnoser is asked about the same evidence.
 */
final class TrialRunner {
  private final ExperimentSession session;
  private final List<Diagnoser> baselines;
  private final Path folder;
  private final UnavailableDiagnosers unavailable = new UnavailableDiagnosers();

  /**
   * Makes trials in a session.
   *
   * @param baselines are asked as well
   * @param folder where each trial leaves its evidence and answers
   */
  TrialRunner(ExperimentSession session, List<Diagnoser> baselines, Path folder) {
    this.session = session;
    this.baselines = List.copyOf(baselines);
    this.folder = folder;
  }

  /** What was gathered while the experiment was under way. */
  private record Gathered(
      Evidence evidence, AnswerMarks timing, Monitor monitor, @Nullable Double detectSeconds) {}

  TrialResult run(Trial trial) {
    Attempt attempt = new Attempt(trial);
    Optional<String> obstacle = session.obstacle(trial.experiment());
    if (obstacle.isPresent()) {
      attempt.outcome = TrialOutcome.NOT_POSSIBLE;
      attempt.reason = obstacle.get();
      return attempt.result();
    }
    session.journal().enterChapter(trial.name());
    try {
      Gathered gathered = gather(trial);
      attempt.detectSeconds = gathered.detectSeconds();
      attempt.recovered(session.recover());
      attempt.marks = ask(trial, gathered, attempt.answers);
    } catch (InvalidInjectionException e) {
      attempt.failed(TrialOutcome.INVALID_INJECTION, e);
    } catch (ExperimentHaltedException e) {
      attempt.failed(TrialOutcome.HALTED, e);
    } catch (DirtyClusterException e) {
      attempt.failed(TrialOutcome.DIRTY_CLUSTER, e);
    } catch (BrokenMeasurementException e) {
      attempt.failed(TrialOutcome.BROKEN_MEASUREMENT, e);
    } catch (LeakException e) {
      attempt.failed(TrialOutcome.LEAK, e);
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e; // The run is being stopped: nothing of it was measured.
      }
      attempt.failed(TrialOutcome.INFRASTRUCTURE_ERROR, e);
    } finally {
      attempt.recovered(session.recover());
      session.journal().enterChapter(null);
    }
    return attempt.result();
  }

  /** Why no further trial would measure anything; empty as long as every diagnoser can be asked. */
  Optional<AbsentDiagnoserException> absence() {
    return unavailable.found();
  }

  private Gathered gather(Trial trial) {
    Instant scheduled = Instant.now();
    ExperimentRun run = session.begin(trial.experiment());
    Monitor monitor = session.monitor(run);
    AskingTime asking = new AskingTime(run, monitor);
    asking.await();
    Evidence evidence = session.gather(run, monitor, scheduled, trial.seed());
    AnswerMarks timing = EvidenceTiming.of(evidence, asking.violatedAt(), run);
    return new Gathered(evidence, timing, monitor, session.detectSeconds(run));
  }

  /**
   * The evidence is kept first: a model that hangs, or a kill, takes nothing from it.
   *
   * @return what to know of the evidence; of terms that the system names, those that are expected
   */
  private AnswerMarks ask(Trial trial, Gathered gathered, List<TrialAnswer> into) {
    Path own = folder.resolve(trial.name());
    ChapterDiagnostician diagnostician =
        session.diagnostician(trial.experiment(), gathered.evidence(), gathered.timing());
    session.keep(own, gathered.evidence(), diagnostician.forbidden(), gathered.monitor());
    Expectation expected = trial.experiment().expected();
    for (String diagnoser : diagnostician.diagnosers()) {
      try {
        Diagnosis answer = diagnostician.askAgain(diagnoser);
        session.keep(own, answer);
        into.add(graded(answer, expected));
        unavailable.answered(diagnoser);
      } catch (DiagnosisException e) {
        unavailable.noAnswer(diagnoser, e);
        into.add(TrialAnswer.error(diagnoser, Failure.words(e)));
      }
    }
    for (Diagnoser baseline : baselines) {
      into.add(graded(baseline.diagnose(Inquiry.about(gathered.evidence(), text -> {})), expected));
    }
    AnswerMarks marks = diagnostician.marks().orElse(gathered.timing());
    return marks.naming(marks.namedOf(expected.allTerms().stream().map(Term::name).toList()));
  }

  private static TrialAnswer graded(Diagnosis answer, Expectation expected) {
    Grade grade = DiagnosisGrader.grade(answer, expected);
    Provenance provenance = answer.provenance();
    return new TrialAnswer(
        provenance.diagnoser(),
        grade.outcome(),
        answer.headline(),
        grade.reason(),
        provenance.seconds(),
        provenance.promptTokens(),
        provenance.answerTokens(),
        provenance.cost(),
        provenance.work());
  }

  /** A trial under way: what is known of it by now. */
  private static final class Attempt {
    private final Trial trial;
    private final Instant began = Instant.now();
    private final long beganNanos = System.nanoTime();
    private final List<TrialAnswer> answers = new ArrayList<>();
    private TrialOutcome outcome = TrialOutcome.MEASURED;
    private String reason = "";
    private @Nullable Double detectSeconds;
    private @Nullable AnswerMarks marks;

    Attempt(Trial trial) {
      this.trial = trial;
    }

    /** What is wrong with the cluster concerns all trials to come, so it counts for more. */
    void failed(TrialOutcome how, RuntimeException why) {
      if (outcome != TrialOutcome.DIRTY_CLUSTER) {
        outcome = how;
        reason = Failure.words(why);
      }
    }

    void recovered(Optional<Recovery> recovery) {
      recovery
          .filter(r -> !r.isClean())
          .ifPresent(
              r -> {
                outcome = TrialOutcome.DIRTY_CLUSTER;
                reason = r.sentence();
              });
    }

    TrialResult result() {
      return new TrialResult(
          trial.number(),
          trial.experiment().name(),
          outcome,
          reason,
          began,
          (System.nanoTime() - beganNanos) / 1e9,
          detectSeconds,
          answers,
          marks);
    }
  }
}
