package io.chaoschapters.trials;

import io.chaoschapters.check.SettingNames;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.installed.Subjects;
import java.util.List;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Tells JUnit of the trials as they are made. */
final class TrialsExecution {
  private final EngineExecutionListener listener;

  TrialsExecution(EngineExecutionListener listener) {
    this.listener = listener;
  }

  void execute(TestDescriptor engine) {
    listener.executionStarted(engine);
    engine.getChildren().forEach(child -> subject((SubjectTrials) child));
    listener.executionFinished(engine, TestExecutionResult.successful());
  }

  private void subject(SubjectTrials subject) {
    listener.executionStarted(subject);
    TestExecutionResult result;
    try {
      SettingNames.require();
      new TrialSession(
              Subjects.find(subject.subject()),
              Settings.ofProcess(),
              new Shown(subject),
              System.out)
          .run();
      result = TestExecutionResult.successful();
    } catch (RuntimeException | Error e) {
      // Whatever it is, JUnit tells it; a container that has begun must also be ended.
      result = TestExecutionResult.failed(e);
    }
    listener.executionFinished(subject, result);
  }

  /** Each trial as a test of its subject. */
  private final class Shown implements TrialSession.Watcher {
    private final SubjectTrials subject;

    Shown(SubjectTrials subject) {
      this.subject = subject;
    }

    @Override
    public Ended begins(Trial trial) {
      TrialTest test =
          begin(trial.name(), "trial " + trial.number() + ": " + trial.experiment().name());
      return result -> listener.executionFinished(test, of(result));
    }

    @Override
    public void judged(List<String> complaints) {
      TrialTest test = begin("judgment", "the table of trials");
      listener.executionFinished(
          test,
          complaints.isEmpty()
              ? TestExecutionResult.successful()
              : TestExecutionResult.failed(
                  new AssertionFailedError(String.join("\n", complaints))));
    }

    private TrialTest begin(String id, String name) {
      TrialTest test = new TrialTest(subject, id, name);
      synchronized (subject) {
        subject.addChild(test);
        listener.dynamicTestRegistered(test);
      }
      listener.executionStarted(test);
      return test;
    }
  }

  private static TestExecutionResult of(TrialResult result) {
    String reason = result.outcome().words() + ": " + result.reason();
    if (result.outcome() == TrialOutcome.MEASURED) {
      return TestExecutionResult.successful();
    }
    return result.outcome().isAlarming()
        ? TestExecutionResult.failed(new AssertionFailedError(reason))
        : TestExecutionResult.aborted(new TestAbortedException(reason));
  }
}
