package io.chaoschapters.run.view;

import io.chaoschapters.run.DiagnosisEvent.Answered;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** A diagnoser's answer as the audience reads it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AnswerWords {
  private static final String NONE = "no anomaly";
  private static final String INVALID = "an answer that cannot be read";

  private AnswerWords() {}

  /** What the answer names, or its verdict where it names nothing. */
  public static String headline(Answered answer) {
    String terms = named(answer);
    if (terms.isEmpty()) {
      return verdict(answer);
    }
    return answer.otherWords() == null ? terms : terms + " (" + answer.otherWords() + ")";
  }

  /** Where each has a component of its own, it stands with it. */
  private static String named(Answered answer) {
    boolean differ =
        answer.anomalies().stream().map(named -> named.component()).distinct().count() > 1;
    return differ
        ? answer.anomalies().stream().map(AnswerWords::at).collect(Collectors.joining(" and "))
        : String.join(" and ", answer.terms());
  }

  private static String at(Answered.Named named) {
    return named.component() == null ? named.term() : named.term() + ", at " + named.component();
  }

  /** The verdict and what it names. */
  public static String whole(Answered answer) {
    String verdict = verdict(answer);
    String headline = headline(answer);
    return headline.equals(verdict) ? verdict : verdict + ": " + headline;
  }

  private static String verdict(Answered answer) {
    return switch (answer.verdict()) {
      case ANOMALY -> "anomaly";
      case NONE -> NONE;
      case UNSURE -> "unsure";
      case INVALID -> INVALID;
    };
  }

  /** What a chapter's result says was answered. */
  static String answered(String answered) {
    return switch (answered) {
      case "none" -> NONE;
      case "invalid" -> INVALID;
      default -> answered;
    };
  }
}
