package io.chaoschapters.stage;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.report.ChapterVerdict;
import io.chaoschapters.subject.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An event in words, for logs that people read.
 *
 * @param word what happened, in capitals
 * @param text the rest of the line; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record EventWords(String word, String text) {

  /** The words for an event; empty for one that a log does not show. */
  public static Optional<EventWords> of(JournalEvent event, Symbols symbols) {
    if (event.type() == EventType.WAITING && event.text("what").isEmpty()) {
      return Optional.empty();
    }
    return switch (event.type()) {
      case OBSERVED, DIAGNOSIS_TEXT, CHAPTER_SCHEDULED, CHAPTER_JUDGED -> Optional.empty();
      case CHAPTER_ENDED ->
          say(
              VerdictWords.of(ChapterVerdict.of(event.text("verdict")), symbols),
              StageText.sentence(event.text("reason")));
      default -> say(word(event.type()), text(event));
    };
  }

  private static Optional<EventWords> say(String word, String text) {
    return Optional.of(new EventWords(word, text));
  }

  private static String word(EventType type) {
    return switch (type) {
      case RUN_STARTED -> "STARTED";
      case CLUSTER_READY -> "READY";
      case CHAPTER_STARTED -> "CHAPTER";
      case STEADY_STATE -> "STEADY";
      case FAULT_ARMED -> "ARMED";
      case FAULT_INJECTED -> "INJECTED";
      case FAULT_WITNESSED -> "WITNESSED";
      case FAULT_NOT_WITNESSED -> "NOT WITNESSED";
      case FAULT_ENDED -> "FAULT ENDED";
      case LOAD_STARTED -> "LOAD";
      case LOAD_ENDED -> "LOAD ENDED";
      case VIOLATION_RAISED -> "VIOLATION";
      case VIOLATION_CLEARED -> "CLEARED";
      case DIAGNOSIS_ASKED -> "ASKED";
      case DIAGNOSIS_ANSWERED -> "DIAGNOSED";
      case DIAGNOSIS_REJECTED -> "REJECTED";
      case RECOVERY_FAILED -> "NOT RECOVERED";
      case CHAPTER_SKIPPED -> "SKIPPED";
      case RUN_ENDED -> "ENDED";
      default -> type.name();
    };
  }

  private static String text(JournalEvent event) {
    return switch (event.type()) {
      case RUN_STARTED -> runStarted(event);
      case CLUSTER_READY -> clusterReady(event);
      case FAULT_ARMED -> fault(event) + prefixed("; undo: ", EventData.clean(event, "undo"));
      case FAULT_INJECTED -> fault(event);
      case FAULT_ENDED ->
          prefixed("after ", seconds(event)) + prefixed(" with ", field(event, "with"));
      case LOAD_ENDED -> field(event, "load") + prefixed(": ", field(event, "outcomes"));
      case WAITING -> "for " + field(event, "what") + prefixed(", at most ", atMost(event));
      case VIOLATION_RAISED -> violation(event);
      case VIOLATION_CLEARED -> field(event, "invariant") + prefixed(" after ", seconds(event));
      case DIAGNOSIS_ASKED -> field(event, "diagnoser") + prefixed(" ", field(event, "version"));
      case DIAGNOSIS_ANSWERED -> answer(event);
      case DIAGNOSIS_REJECTED ->
          RootLocale.format(
              "expected '%s', answered '%s'", field(event, "expected"), field(event, "answered"));
      case RECOVERED -> prefixed("in ", seconds(event));
      case RUN_ENDED -> field(event, "verdict") + prefixed("; ", field(event, "counts"));
      default -> firstOf(event, "title", "statement", "load", "reason", "command", "text");
    };
  }

  private static String runStarted(JournalEvent event) {
    List<String> parts = new ArrayList<>();
    String title = field(event, "title");
    String subject = field(event, "subject");
    parts.add(title.isEmpty() || title.equals(subject) ? subject : title + " (" + subject + ")");
    int chapters = EventData.size(event, "chapters");
    if (chapters > 0) {
      parts.add(chapters == 1 ? "1 chapter" : chapters + " chapters");
    }
    parts.add(runtime(event));
    String standIn = field(event, "standIn");
    if (!standIn.isEmpty() && !standIn.equals("false")) {
      parts.add("stand-in: " + standIn);
    }
    parts.add("diagnoser " + field(event, "diagnoser"));
    return String.join("; ", parts);
  }

  /** The reason names the runtime itself when it is a sentence. */
  private static String runtime(JournalEvent event) {
    String id = field(event, "runtime");
    String reason = field(event, "reason").replaceFirst("\\.$", "");
    return reason.contains(id) ? reason : "runtime " + id + prefixed(": ", reason);
  }

  private static String clusterReady(JournalEvent event) {
    return field(event, "components")
        + prefixed(" in ", seconds(event))
        + prefixed("; stand-in: ", field(event, "standIn"))
        + prefixed("; ", field(event, "versions"))
        + prefixed("; metrics: ", field(event, "metrics"));
  }

  private static String fault(JournalEvent event) {
    return field(event, "fault")
        + prefixed(" on ", field(event, "target"))
        + prefixed(" for ", seconds(event));
  }

  private static String violation(JournalEvent event) {
    String unit = field(event, "unit");
    String bound = field(event, "bound");
    // The value first: a line that is cut off has lost the end of the statement, and no more.
    return Quantity.words(event.number("measured"), unit)
        + prefixed(", ", bound.isEmpty() || !unit.equals("s") ? bound : bound + " s")
        + prefixed(", at ", field(event, "component"))
        + ": "
        + field(event, "statement");
  }

  private static String answer(JournalEvent event) {
    double confidence = event.number("confidence");
    String percent = Double.isNaN(confidence) ? "" : Numbers.plain(Math.rint(confidence * 100));
    return AnswerWords.verdict(field(event, "verdict"))
        + prefixed(": ", field(event, "term"))
        + prefixed(" on ", field(event, "component"))
        + (percent.isEmpty() ? "" : ", confidence " + percent + " %")
        + prefixed(", in ", seconds(event))
        + prefixed(", by ", field(event, "diagnoser"));
  }

  private static String firstOf(JournalEvent event, String... keys) {
    for (String key : keys) {
      String value = field(event, key);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static String field(JournalEvent event, String key) {
    return EventData.clean(event, key);
  }

  private static String seconds(JournalEvent event) {
    return seconds(event.number("seconds"));
  }

  private static String atMost(JournalEvent event) {
    return seconds(event.number("atMost"));
  }

  private static String seconds(double value) {
    return Double.isFinite(value) ? Quantity.words(value, "s") : "";
  }

  private static String prefixed(String prefix, String value) {
    return value.isEmpty() ? "" : prefix + value;
  }

  /** Seconds since the start of the run as the log's first column shows them. */
  public static String clock(double elapsed) {
    return RootLocale.format("%6.1fs", elapsed);
  }
}
