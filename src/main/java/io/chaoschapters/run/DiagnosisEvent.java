package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A question to a diagnoser, and what becomes of it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface DiagnosisEvent extends RunEvent {

  /** What a diagnoser found. The journal's own, so that its format does not change with the API. */
  enum Finding {
    /** There is an anomaly. */
    ANOMALY,
    /** The system is in order. */
    NONE,
    /** The evidence does not say. */
    UNSURE,
    /** The answer was not in the form that was asked for. */
    INVALID
  }

  /**
   * A diagnoser was asked.
   *
   * @param diagnoser its id
   * @param version its method and model
   * @param evidence what it was shown
   * @param marks what to know of the answer; null in journals of before they were kept
   * @param aside whether its answer is for comparison, and no verdict rests on it
   * @param woken whether a violation has woken it, before the chapter has asked
   */
  @JsonTypeName("DIAGNOSIS_ASKED")
  record Asked(
      String diagnoser,
      String version,
      String evidence,
      @Nullable AnswerMarks marks,
      boolean aside,
      boolean woken)
      implements DiagnosisEvent {

    /** Asked by a chapter, for its verdict. */
    public Asked(String diagnoser, String version, String evidence) {
      this(diagnoser, version, evidence, null, false, false);
    }
  }

  /**
   * A piece of an answer came in.
   *
   * @param text the piece
   */
  @JsonTypeName("DIAGNOSIS_TEXT")
  record Text(String text) implements DiagnosisEvent {}

  /**
   * A diagnoser answered.
   *
   * @param diagnoser its id
   * @param version its method and model
   * @param verdict what it found
   * @param terms the anomalies that it names; empty unless it found one
   * @param otherWords its own words for an anomaly that no term fits
   * @param component what it blames for all of them; null for the whole system, or when it is not
   *     one
   * @param anomalies each of them with what it blames for it; empty in journals of earlier versions
   * @param mechanism how it came about
   * @param citations the evidence that it rests on
   * @param alternatives what else was considered, best first
   * @param confidence from 0 to 1
   * @param advice what to do next; may be empty
   * @param seconds from the question to the answer
   * @param prompt what exactly it was asked
   * @param answer the answer exactly as it came
   * @param work how an agent came to it; null when no agent was asked
   */
  @JsonTypeName("DIAGNOSIS_ANSWERED")
  record Answered(
      String diagnoser,
      String version,
      Finding verdict,
      List<String> terms,
      @Nullable String otherWords,
      @Nullable String component,
      List<Named> anomalies,
      String mechanism,
      List<Citation> citations,
      List<Alternative> alternatives,
      double confidence,
      String advice,
      double seconds,
      String prompt,
      String answer,
      @Nullable AgentWork work)
      implements DiagnosisEvent {

    public Answered {
      terms = List.copyOf(terms);
      anomalies = anomalies == null ? List.of() : List.copyOf(anomalies);
      citations = List.copyOf(citations);
      alternatives = List.copyOf(alternatives);
    }

    /**
     * One of the anomalies that it names.
     *
     * @param term the anomaly
     * @param component what it blames for it; null for the whole system
     * @param symptoms what speaks for this one and not for another one; may be empty
     */
    public record Named(String term, @Nullable String component, List<Citation> symptoms) {
      public Named {
        symptoms = List.copyOf(symptoms);
      }
    }

    /**
     * A piece of evidence that the answer rests on.
     *
     * @param source the signal, component or invariant that it cites
     * @param value the value as the diagnoser gave it; may be empty
     * @param grounded whether it is in the evidence; null when that was not checked
     */
    public record Citation(String source, String value, @Nullable Boolean grounded) {}

    /**
     * Another anomaly that was considered.
     *
     * @param term the anomaly
     * @param whyNot why it was not chosen
     */
    public record Alternative(String term, String whyNot) {}
  }

  /**
   * The answer is not what the chapter expects.
   *
   * @param expected what it expects, in a few words
   * @param answered what was answered, in a few words
   */
  @JsonTypeName("DIAGNOSIS_REJECTED")
  record Rejected(String expected, String answered) implements DiagnosisEvent {}
}
