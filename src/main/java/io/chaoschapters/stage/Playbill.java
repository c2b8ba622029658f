package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The chapters that were announced so far, the present one last.
 *
 * @param chapters in the order in which they were announced
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Playbill(List<ChapterInfo> chapters) {
  /** Copies the list. */
  public Playbill {
    chapters = List.copyOf(chapters);
  }

  Playbill apply(JournalEvent event) {
    return switch (event.type()) {
      case CHAPTER_SCHEDULED -> announced(ChapterInfo.of(event));
      case CHAPTER_STARTED -> inPlaceOfCurrent(current().begun());
      case CHAPTER_ENDED ->
          EventData.chapter(event).equals(current().name())
              ? inPlaceOfCurrent(current().over())
              : this;
      default -> this;
    };
  }

  private Playbill announced(ChapterInfo next) {
    List<ChapterInfo> all = new ArrayList<>(chapters);
    all.removeIf(earlier -> earlier.name().equals(next.name()));
    all.add(next);
    return new Playbill(all);
  }

  private Playbill inPlaceOfCurrent(ChapterInfo changed) {
    if (chapters.isEmpty()) {
      return this;
    }
    List<ChapterInfo> all = new ArrayList<>(chapters);
    all.set(all.size() - 1, changed);
    return new Playbill(all);
  }

  /** The present chapter; one without a title before the first. */
  public ChapterInfo current() {
    return back(0);
  }

  /** The chapter that was announced so many chapters before the present one, or the first. */
  public ChapterInfo back(int steps) {
    if (chapters.isEmpty()) {
      return ChapterInfo.none();
    }
    return chapters.get(Math.max(0, chapters.size() - 1 - steps));
  }
}
