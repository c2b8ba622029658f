package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What further diagnosers said about the same evidence. The verdict rests on the first one, so its
 * answer stays in view; only one that the presenter asks for takes its place.
 *
 * @param lines a line each, such as {@code toy: queue overflow}
 * @param invited whether the presenter asked for the next answer
 * @param listening whether a further diagnoser is answering
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SideAnswers(List<String> lines, boolean invited, boolean listening) {
  /** Copies the list. */
  public SideAnswers {
    lines = List.copyOf(lines);
  }

  static SideAnswers none() {
    return new SideAnswers(List.of(), false, false);
  }

  SideAnswers apply(JournalEvent event, DiagnosisState main) {
    return switch (event.type()) {
      case CHAPTER_SCHEDULED -> none();
      case PRESENTER -> new SideAnswers(lines, invites(event.text("command")), listening);
      case DIAGNOSIS_ASKED ->
          new SideAnswers(invited ? swapped(event, main) : lines, false, isSide(event, main));
      case DIAGNOSIS_ANSWERED -> answered(event);
      default -> this;
    };
  }

  /** The answer that makes room for another one stands aside from then on. */
  private List<String> swapped(JournalEvent event, DiagnosisState main) {
    String asked = EventData.clean(event, "diagnoser");
    List<String> all = new ArrayList<>(lines);
    all.removeIf(line -> line.startsWith(asked + ": "));
    boolean hasAnswer = !main.verdict().isEmpty() && !main.diagnoser().equals(asked);
    String before = main.diagnoser() + ": " + main.headline();
    if (hasAnswer && !all.contains(before)) {
      all.add(before);
    }
    return all;
  }

  private static boolean invites(String command) {
    return command.equals("RetryDiagnosis") || command.equals("OtherDiagnoser");
  }

  private boolean isSide(JournalEvent event, DiagnosisState main) {
    boolean answeredBefore =
        main.phase() == DiagnosisState.Phase.ANSWERED
            || main.phase() == DiagnosisState.Phase.REJECTED;
    return !invited
        && answeredBefore
        && !EventData.clean(event, "diagnoser").equals(main.diagnoser());
  }

  private SideAnswers answered(JournalEvent event) {
    if (!listening) {
      return this;
    }
    String term = EventData.clean(event, "term");
    String words = AnswerWords.headline(EventData.clean(event, "verdict"), term);
    List<String> all = new ArrayList<>(lines);
    all.add(EventData.clean(event, "diagnoser") + ": " + words);
    return new SideAnswers(all, invited, false);
  }
}
