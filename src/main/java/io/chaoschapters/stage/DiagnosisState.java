package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import org.apiguardian.api.API;

/**
 * The newest question to a diagnoser, and its answer. Texts are empty until they are there.
 *
 * @param phase how far it is
 * @param diagnoser who was asked
 * @param version of the method and the model
 * @param text the answer as it streams in
 * @param verdict anomaly, none or unsure
 * @param term the anomaly that it names
 * @param component what it blames
 * @param mechanism how it came about
 * @param advice what to do next
 * @param alternatives what else was considered
 * @param confidence from 0 to 1, or NaN
 * @param seconds how long the answer took, or NaN
 * @param evidence what the diagnoser was shown
 * @param prompt what exactly it was asked
 * @param since when the phase began, in seconds since the run started
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DiagnosisState(
    Phase phase,
    String diagnoser,
    String version,
    String text,
    String verdict,
    String term,
    String component,
    String mechanism,
    String advice,
    String alternatives,
    double confidence,
    double seconds,
    String evidence,
    String prompt,
    double since) {
  private static final int LONGEST_TEXT = 20_000;

  /** How far a diagnosis is. */
  public enum Phase {
    /** Nobody was asked in this chapter. */
    NONE,
    /** The answer is awaited, or streams in. */
    ASKED,
    /** The answer is there. */
    ANSWERED,
    /** The answer is there, and it is not what the chapter expects. */
    REJECTED
  }

  static DiagnosisState none() {
    return asked(Phase.NONE, "", "", "", "", Double.NaN);
  }

  private static DiagnosisState asked(
      Phase phase, String diagnoser, String version, String evidence, String prompt, double at) {
    return new DiagnosisState(
        phase,
        diagnoser,
        version,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        Double.NaN,
        Double.NaN,
        evidence,
        prompt,
        at);
  }

  DiagnosisState apply(JournalEvent event) {
    return switch (event.type()) {
      case CHAPTER_SCHEDULED -> none();
      case DIAGNOSIS_ASKED ->
          asked(
              Phase.ASKED,
              EventData.clean(event, "diagnoser"),
              EventData.clean(event, "version"),
              EventData.cleanBlock(event, "evidence"),
              EventData.cleanBlock(event, "prompt"),
              event.elapsed());
      case DIAGNOSIS_TEXT -> streamed(EventData.cleanBlock(event, "text"));
      case DIAGNOSIS_ANSWERED -> answered(event);
      case DIAGNOSIS_REJECTED -> in(Phase.REJECTED, event.elapsed());
      default -> this;
    };
  }

  private DiagnosisState streamed(String piece) {
    String all = text + piece;
    String kept = all.length() > LONGEST_TEXT ? all.substring(all.length() - LONGEST_TEXT) : all;
    return new DiagnosisState(
        phase,
        diagnoser,
        version,
        kept,
        verdict,
        term,
        component,
        mechanism,
        advice,
        alternatives,
        confidence,
        seconds,
        evidence,
        prompt,
        since);
  }

  private DiagnosisState answered(JournalEvent event) {
    String shown = EventData.cleanBlock(event, "evidence");
    String asked = EventData.cleanBlock(event, "prompt");
    return new DiagnosisState(
        Phase.ANSWERED,
        EventData.clean(event, "diagnoser"),
        version,
        text,
        EventData.clean(event, "verdict"),
        EventData.clean(event, "term"),
        EventData.clean(event, "component"),
        EventData.cleanBlock(event, "mechanism"),
        EventData.cleanBlock(event, "advice"),
        EventData.clean(event, "alternatives"),
        event.number("confidence"),
        event.number("seconds"),
        shown.isEmpty() ? evidence : shown,
        asked.isEmpty() ? prompt : asked,
        event.elapsed());
  }

  private DiagnosisState in(Phase next, double at) {
    return new DiagnosisState(
        next,
        diagnoser,
        version,
        text,
        verdict,
        term,
        component,
        mechanism,
        advice,
        alternatives,
        confidence,
        seconds,
        evidence,
        prompt,
        at);
  }

  /** What it names, or its verdict where it names nothing. */
  public String headline() {
    return AnswerWords.headline(verdict, term);
  }
}
