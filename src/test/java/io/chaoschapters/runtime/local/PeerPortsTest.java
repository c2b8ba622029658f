package io.chaoschapters.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that are started together know each other's ports before any of them runs. */
class PeerPortsTest {
  private static final List<String> WAITS = List.of("sleep", "60");

  @TempDir private Path folder;
  private ComponentRuntime runtime;

  /** What each was told of the other's port, at its newest start. */
  private final Map<String, Integer> told = new ConcurrentHashMap<>();

  private final Map<String, Path> folders = new ConcurrentHashMap<>();

  @BeforeEach
  void open() {
    runtime =
        new LocalRuntimeProvider().open(new RuntimeContext("run", folder, Settings.ofProcess()));
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  private static ComponentSpec spec(String id, ProcessProgram.Command command) {
    return new ComponentSpec(
        id,
        id,
        List.of("http"),
        new ProcessProgram(command, Map.of()),
        null,
        component -> true,
        Duration.ofSeconds(10));
  }

  private List<String> knowing(ProcessPlace place, String self, String other) {
    told.put(self, place.peer(other, "http").port());
    folders.put(self, place.folder());
    return WAITS;
  }

  @Test
  void bothKnowEachOther() {
    List<Component> two =
        runtime.start(
            List.of(
                spec("one", place -> knowing(place, "one", "two")),
                spec("two", place -> knowing(place, "two", "one"))));

    assertThat(told.get("one")).isEqualTo(two.get(1).endpoint("http").port());
    assertThat(told.get("two")).isEqualTo(two.get(0).endpoint("http").port());
  }

  @Test
  void onePortIsTaken_allStartAnewWithPortsThatAllKnowAndFreshFolders() {
    Path tried = folder.resolve("tried");
    String script = "[ -e " + tried + " ] && exec sleep 60; touch " + tried;
    List<String> takenOnce = List.of("sh", "-c", script + "; echo address already in use; exit 1");

    List<Component> two =
        runtime.start(
            List.of(
                spec("one", place -> knowing(place, "one", "two")),
                readyLate(
                    "two",
                    place -> {
                      knowing(place, "two", "one");
                      return takenOnce;
                    })));

    assertThat(told.get("one")).isEqualTo(two.get(1).endpoint("http").port());
    assertThat(told.get("two")).isEqualTo(two.get(0).endpoint("http").port());
    assertThat(folders.get("one")).hasFileName("one.2");
  }

  /** Ready only when its process is the one that goes on. */
  private ComponentSpec readyLate(String id, ProcessProgram.Command command) {
    long begun = System.nanoTime();
    return new ComponentSpec(
        id,
        id,
        List.of("http"),
        new ProcessProgram(command, Map.of()),
        null,
        component ->
            folders.get(id).endsWith(id + ".2")
                || System.nanoTime() - begun > Duration.ofSeconds(5).toNanos(),
        Duration.ofSeconds(10));
  }

  @Test
  void fixedPortIsTakenAgainAndAgain_isToldWithWhatItsProgramSaid() {
    List<String> taken = List.of("sh", "-c", "echo :15299: address already in use; exit 1");
    ComponentSpec late =
        new ComponentSpec(
            "two",
            "two",
            List.of("http"),
            new ProcessProgram(
                place -> {
                  knowing(place, "two", "one");
                  return taken;
                },
                Map.of()),
            null,
            component -> false,
            Duration.ofMinutes(2));

    assertThatThrownBy(
            () -> runtime.start(List.of(spec("one", place -> knowing(place, "one", "two")), late)))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("Component 'two'")
        .hasMessageContaining("it said: :15299: address already in use")
        .hasMessageContaining("write {port.http} there");
  }

  @Test
  void oneThatWasStartedBefore_isKnownToo() {
    Component first = runtime.start(List.of(spec("first", place -> WAITS))).get(0);

    runtime.start(List.of(spec("second", place -> knowing(place, "second", "first"))));

    assertThat(told.get("second")).isEqualTo(first.endpoint("http").port());
  }

  @Test
  void oneThatIsNotThere_isToldByName() {
    assertThatThrownBy(
            () -> runtime.start(List.of(spec("one", place -> knowing(place, "one", "none")))))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("There is no component 'none' here; there are: one.");
  }

  @Test
  void variablesThatDependOnPorts_areSet() {
    ProcessProgram.Command command =
        new ProcessProgram.Command() {
          @Override
          public List<String> line(ProcessPlace place) {
            return List.of("sh", "-c", "echo port $MY_PORT; exec sleep 60");
          }

          @Override
          public Map<String, String> environment(ProcessPlace place) {
            return Map.of("MY_PORT", Integer.toString(place.port("http")));
          }
        };
    ComponentSpec spec =
        new ComponentSpec(
            "one",
            "one",
            List.of("http"),
            new ProcessProgram(command, Map.of()),
            null,
            component -> !component.logsSince(java.time.Instant.EPOCH).isEmpty(),
            Duration.ofSeconds(10));

    Component one = runtime.start(List.of(spec)).get(0);

    assertThat(one.logsSince(java.time.Instant.EPOCH).get(0).text())
        .isEqualTo("port " + one.endpoint("http").port());
  }
}
