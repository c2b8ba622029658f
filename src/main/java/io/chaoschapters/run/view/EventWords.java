package io.chaoschapters.run.view;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * An event in words, for logs that people read.
 *
 * @param word what happened, in capitals
 * @param text the rest of the line; may be empty
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record EventWords(String word, String text) {

  /** Whether a log shows such events; others come all the time, or are covered by another. */
  public static boolean isLogged(RunEvent event) {
    return !(event instanceof Observed
        || event instanceof DiagnosisEvent.Text
        || event instanceof ChapterEvent.Scheduled
        || event instanceof ChapterEvent.Judged);
  }

  public static EventWords of(RunEvent event) {
    if (event instanceof ChapterEvent chapter) {
      return chapter(chapter);
    }
    if (event instanceof FaultEvent fault) {
      return fault(fault);
    }
    if (event instanceof DiagnosisEvent diagnosis) {
      return diagnosis(diagnosis);
    }
    if (event instanceof AgentEvent step) {
      return AgentWords.of(step);
    }
    if (event instanceof RecoveryEvent recovery) {
      return recovery(recovery);
    }
    if (event instanceof LoadEvent
        || event instanceof ViolationEvent
        || event instanceof Observed) {
      return ofSystem(event);
    }
    return ofRun(event);
  }

  private static EventWords say(String word, String text) {
    return new EventWords(word, text);
  }

  private static EventWords ofRun(RunEvent event) {
    if (event instanceof RunEvent.Started started) {
      return say("STARTED", started(started));
    }
    if (event instanceof RunEvent.ClusterReady ready) {
      return say("READY", ready(ready));
    }
    if (event instanceof RunEvent.MetricsChanged changed) {
      return say("METRICS", changed.metrics());
    }
    if (event instanceof Waiting waiting) {
      Double most = waiting.atMost();
      return say(
          "WAITING", "for " + waiting.what() + (most == null ? "" : ", at most " + seconds(most)));
    }
    if (event instanceof PresenterEvent.Acted acted) {
      return say("PRESENTER", acted.command().words());
    }
    if (event instanceof PresenterEvent.ReviewOpened review) {
      return say("REVIEW", review.reason());
    }
    if (event instanceof RunEvent.Ended ended) {
      return say("ENDED", ended(ended));
    }
    return say("NOTE", event instanceof RunEvent.Note note ? note.text() : "");
  }

  private static String started(RunEvent.Started started) {
    List<String> parts = new ArrayList<>();
    String title = started.title();
    String subject = started.subject();
    parts.add(title.isEmpty() || title.equals(subject) ? subject : title + " (" + subject + ")");
    if (started.chapters() > 0) {
      parts.add(started.chapters() == 1 ? "1 chapter" : started.chapters() + " chapters");
    }
    parts.add(RunFacts.runtime(started).replaceFirst("\\.$", ""));
    if (started.standIn() != null) {
      parts.add("stand-in: " + started.standIn());
    }
    parts.add("diagnoser " + started.diagnoser());
    return String.join("; ", parts);
  }

  private static String ready(RunEvent.ClusterReady ready) {
    return String.join(", ", ready.components())
        + " in "
        + seconds(ready.seconds())
        + (ready.standIn() == null ? "" : "; stand-in: " + ready.standIn())
        + (ready.versions().isEmpty() ? "" : "; " + Versions.words(ready.versions()))
        + "; metrics: "
        + ready.metrics();
  }

  private static String ended(RunEvent.Ended ended) {
    String counts =
        ended.counts().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(count -> count.getValue() + " " + count.getKey().words())
            .collect(Collectors.joining(", "));
    String verdict = ended.verdict() == null ? "" : ended.verdict().words();
    return counts.isEmpty() ? verdict : verdict + "; " + counts;
  }

  private static EventWords chapter(ChapterEvent event) {
    if (event instanceof ChapterEvent.Scheduled scheduled) {
      return say("NEXT", scheduled.title());
    }
    if (event instanceof ChapterEvent.Started started) {
      return say("CHAPTER", started.title());
    }
    if (event instanceof ChapterEvent.Judged judged) {
      return say("JUDGED", judged(judged.verdict(), judged.reason()));
    }
    if (event instanceof ChapterEvent.Skipped skipped) {
      return say("SKIPPED", skipped.reason());
    }
    ChapterResult result = (ChapterResult) event;
    return say(result.verdict().words().toUpperCase(Locale.ROOT), result.reason());
  }

  private static String judged(ChapterVerdict verdict, String reason) {
    return reason.isEmpty() ? verdict.words() : verdict.words() + ": " + reason;
  }

  private static EventWords fault(FaultEvent event) {
    if (event instanceof FaultEvent.Armed armed) {
      String undo = armed.undo().isEmpty() ? "" : "; undo: " + String.join(", ", armed.undo());
      return say("ARMED", fault(armed.fault(), armed.targets(), armed.seconds()) + undo);
    }
    if (event instanceof FaultEvent.Injected injected) {
      return say("INJECTED", fault(injected.fault(), injected.targets(), injected.seconds()));
    }
    if (event instanceof FaultEvent.Witnessed seen) {
      return say("WITNESSED", seen.statement());
    }
    if (event instanceof FaultEvent.NotWitnessed missed) {
      return say("NOT WITNESSED", missed.statement());
    }
    if (event instanceof FaultEvent.Halted halted) {
      return say("HALTED", halted.reason());
    }
    if (event instanceof FaultEvent.Kept kept) {
      return say("FAULT KEPT", kept.fault() + " for " + seconds(kept.seconds()) + " at most");
    }
    FaultEvent.Ended ended = (FaultEvent.Ended) event;
    return say(
        "FAULT ENDED",
        ended.fault()
            + " after "
            + seconds(ended.seconds())
            + (ended.with() == null ? "" : " with " + ended.with()));
  }

  private static String fault(String fault, List<String> targets, double seconds) {
    String where = targets.isEmpty() ? "" : " on " + String.join(", ", targets);
    return fault + where + " for " + seconds(seconds);
  }

  private static EventWords diagnosis(DiagnosisEvent event) {
    if (event instanceof DiagnosisEvent.Asked asked) {
      String when = asked.marks() == null ? "" : asked.marks().asked();
      return say(
          "ASKED", asked.diagnoser() + " " + asked.version() + (when.isEmpty() ? "" : "; " + when));
    }
    if (event instanceof DiagnosisEvent.Text piece) {
      return say("SAYS", piece.text());
    }
    if (event instanceof DiagnosisEvent.Rejected rejected) {
      return say(
          "REJECTED",
          RootLocale.format(
              "expected '%s', answered '%s'", rejected.expected(), rejected.answered()));
    }
    return say("DIAGNOSED", answer((DiagnosisEvent.Answered) event));
  }

  private static String answer(DiagnosisEvent.Answered answer) {
    return AnswerWords.whole(answer)
        + (answer.component() == null ? "" : " on " + answer.component())
        + ", confidence "
        + Numbers.plain(Math.rint(answer.confidence() * 100))
        + " %, in "
        + seconds(answer.seconds())
        + ", by "
        + answer.diagnoser();
  }

  private static EventWords recovery(RecoveryEvent event) {
    if (event instanceof RecoveryEvent.SteadyState steady) {
      return say("STEADY", "after " + seconds(steady.seconds()));
    }
    if (event instanceof RecoveryEvent.Recovered recovered) {
      return say("RECOVERED", "in " + seconds(recovered.seconds()));
    }
    if (event instanceof RecoveryEvent.Failed failed) {
      if (failed.outcome() == RecoveryOutcome.CUT_SHORT) {
        return say("CUT SHORT", failed.reason());
      }
      return say("NOT RECOVERED", "in " + seconds(failed.seconds()) + ": " + failed.reason());
    }
    return say("RECOVERING", "");
  }

  private static EventWords ofSystem(RunEvent event) {
    if (event instanceof LoadEvent.Started started) {
      return say("LOAD", started.load());
    }
    if (event instanceof LoadEvent.Ended ended) {
      return say("LOAD ENDED", ended.load() + ": " + outcomes(ended.outcomes()));
    }
    if (event instanceof ViolationEvent.Raised raised) {
      return say("VIOLATION", violation(raised));
    }
    if (event instanceof ViolationEvent.Cleared cleared) {
      return say("CLEARED", cleared.invariant() + " after " + seconds(cleared.seconds()));
    }
    return say("OBSERVED", "");
  }

  /** Such as {@code 5 admitted, 2 refused}. */
  public static String outcomes(Map<String, Long> outcomes) {
    return outcomes.entrySet().stream()
        .map(outcome -> outcome.getKey() + "=" + outcome.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The value first: a line that is cut off has lost the end of the statement, and no more. */
  private static String violation(ViolationEvent.Raised raised) {
    String unit = raised.unit();
    return Quantity.words(raised.measured(), unit)
        + ", "
        + raised.bound()
        + (unit.equals("s") ? " s" : "")
        + (raised.component() == null ? "" : ", at " + raised.component())
        + ": "
        + raised.statement();
  }

  private static String seconds(double value) {
    return Quantity.words(value, "s");
  }
}
