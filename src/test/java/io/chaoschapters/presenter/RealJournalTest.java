package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.presenter.live.RealShow;
import io.chaoschapters.run.EventTypes;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The journals of runs that were really made, and everything that reads them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealJournalTest {
  /** What the toy's show cannot bring about, and where it comes from. */
  private static final Set<String> NOT_HERE =
      Set.of(
          // When Prometheus takes over from the embedded scraper.
          EventTypes.name(RunEvent.MetricsChanged.class));

  private Path run;

  @BeforeAll
  void play() {
    run = RealShow.play();
  }

  @Test
  void realJournal_isReadByEveryReader(@TempDir Path draft) throws IOException {
    RunReaders.readAll(run, draft);
  }

  /** So that no reader can wait for what no run says. */
  @Test
  void everyPartOfEveryEvent_isSetByARealRun(@TempDir Path draft) throws IOException {
    Set<String> set = new TreeSet<>();
    for (JournalEntry entry : RunReaders.readAll(run, draft)) {
      set.add(entry.type());
      collect(entry.type(), (Record) entry.event(), set);
    }
    Set<String> missing = new TreeSet<>();
    EventTypes.all()
        .forEach(
            (name, type) -> {
              missing.add(name);
              expect(name, type, missing);
            });
    missing.removeAll(set);
    missing.removeIf(part -> NOT_HERE.contains(part.replaceFirst("\\..*", "")));
    assertThat(missing).isEmpty();
  }

  private static void expect(String prefix, Class<?> type, Set<String> parts) {
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(prefix + "." + component.getName());
      Class<?> inner = inner(component);
      if (inner.isRecord()) {
        expect(prefix + "." + component.getName(), inner, parts);
      }
    }
  }

  private static Class<?> inner(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType generic
        ? (Class<?>) generic.getActualTypeArguments()[0]
        : component.getType();
  }

  /** Notes the parts that say something. */
  private static void collect(String prefix, Record event, Set<String> set) {
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      Object value = value(event, component);
      String name = prefix + "." + component.getName();
      if (says(value)) {
        set.add(name);
      }
      if (value instanceof Record part) {
        collect(name, part, set);
      }
      if (value instanceof Collection<?> all) {
        all.stream()
            .filter(Record.class::isInstance)
            .forEach(part -> collect(name, (Record) part, set));
      }
    }
  }

  private static boolean says(@Nullable Object value) {
    if (value instanceof Collection<?> all) {
      return !all.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    return value != null && !value.equals("");
  }

  private static @Nullable Object value(Record event, RecordComponent component) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
