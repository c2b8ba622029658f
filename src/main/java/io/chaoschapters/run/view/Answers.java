package io.chaoschapters.run.view;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RunEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The questions of a chapter and their answers. The verdict rests on the first diagnoser, so its
 * answer stays in view; only one that the presenter asks for takes its place.
 *
 * @param all in the order in which they were asked
 * @param requested whether the presenter has asked for the next answer
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Answers(List<DiagnosisView> all, boolean requested) {
  static final Answers NONE = new Answers(List.of(), false);

  public Answers {
    all = List.copyOf(all);
  }

  Answers apply(JournalEntry entry) {
    RunEvent event = entry.event();
    if (event instanceof PresenterEvent.Acted acted) {
      return new Answers(all, acted.command().asksAgain());
    }
    if (event instanceof AgentEvent step && !all.isEmpty()) {
      List<DiagnosisView> next = new ArrayList<>(all);
      int whose = lastOf(step.agent());
      next.set(whose, all.get(whose).after(step));
      return new Answers(next, requested);
    }
    if (!(event instanceof DiagnosisEvent diagnosis)) {
      return this;
    }
    List<DiagnosisView> next = new ArrayList<>(all);
    if (diagnosis instanceof DiagnosisEvent.Asked asked) {
      next.add(DiagnosisView.of(asked, entry.elapsed(), requested));
      return new Answers(next, false);
    }
    int concerned = concerned(diagnosis);
    if (concerned >= 0) {
      next.set(concerned, all.get(concerned).after(diagnosis, entry.elapsed()));
    }
    return new Answers(next, requested);
  }

  private int concerned(DiagnosisEvent event) {
    if (event instanceof DiagnosisEvent.Rejected) {
      return mainIndex();
    }
    return event instanceof DiagnosisEvent.Answered answered
        ? lastOf(answered.diagnoser())
        : all.size() - 1;
  }

  /** Several may be at work: one that was woken, and one that the chapter asks. */
  private int lastOf(String diagnoser) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).diagnoser().equals(diagnoser)) {
        return i;
      }
    }
    return all.size() - 1;
  }

  /** The one in view: that of the first diagnoser, or the last that the presenter asked for. */
  public Optional<DiagnosisView> main() {
    int index = mainIndex();
    return index < 0 ? Optional.empty() : Optional.of(all.get(index));
  }

  private int mainIndex() {
    int main = -1;
    for (int i = 0; i < all.size(); i++) {
      DiagnosisView next = all.get(i);
      if (main < 0
          || next.onRequest()
          || all.get(main).answer() == null && !next.asked().aside()
          || all.get(main).asked().aside() && !next.asked().aside()
          || next.diagnoser().equals(all.get(main).diagnoser())) {
        main = i;
      }
    }
    return main;
  }

  /** The last answer of each diagnoser but the one in view. */
  public List<DiagnosisEvent.Answered> aside() {
    String main = main().map(DiagnosisView::diagnoser).orElse("");
    Map<String, DiagnosisEvent.Answered> others = new LinkedHashMap<>();
    for (DiagnosisView question : all) {
      DiagnosisEvent.Answered answer = question.answer();
      if (answer != null && !question.diagnoser().equals(main)) {
        others.put(question.diagnoser(), answer);
      }
    }
    return List.copyOf(others.values());
  }

  /** The answers that came, in order. */
  public List<DiagnosisView> answered() {
    return all.stream().filter(question -> question.answer() != null).toList();
  }

  /** The one that the verdict rests on: the last of the diagnoser that was asked for it. */
  public Optional<DiagnosisEvent.Answered> verdict() {
    Optional<String> first =
        all.stream().filter(q -> !q.asked().aside()).map(DiagnosisView::diagnoser).findFirst();
    return answered().stream()
        .filter(question -> first.filter(question.diagnoser()::equals).isPresent())
        .map(DiagnosisView::answer)
        .reduce((earlier, later) -> later);
  }
}
