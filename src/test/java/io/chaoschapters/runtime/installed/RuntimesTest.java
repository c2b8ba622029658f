package io.chaoschapters.runtime.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RuntimesTest {
  private final RuntimeProvider local = new Fixed("local", 100, true, "processes");
  private final RuntimeProvider engine = new Fixed("docker", 10, true, "an engine answers");
  private final RuntimeProvider noEngine = new Fixed("docker", 10, false, "no engine answers");

  @BeforeEach
  @AfterEach
  void unset() {
    System.clearProperty("chapters.runtime");
  }

  @Test
  void auto_takesTheFirstThatIsUsable() {
    assertThat(choose(List.of("local", "docker"), local, engine).provider()).isSameAs(engine);
  }

  @Test
  void auto_saysWhyNotTheFirst() {
    assertThat(choose(List.of("local", "docker"), local, noEngine))
        .isEqualTo(
            new Runtimes.Choice(
                local, "Runtime local: processes (not docker: no engine answers)."));
  }

  @Test
  void auto_takesOnlyWhatTheSubjectSupports() {
    assertThat(choose(List.of("local"), local, engine).why())
        .isEqualTo("Runtime local: processes (not docker: the subject does not support it).");
  }

  @Test
  void auto_noneUsable_sentenceWithReasons() {
    assertThatThrownBy(() -> choose(List.of("docker"), local, noEngine))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage(
            "No runtime can be used here (docker: no engine answers; local: the subject does not support it). The subject runs on: docker.");
  }

  /** A cluster is shared with others: being able to reach one is no reason to use it. */
  @Test
  void auto_neverTakesOneThatHasToBeAskedFor() {
    RuntimeProvider shared = new Shared();
    assertThat(choose(List.of("local", "kubernetes"), shared, local).provider()).isSameAs(local);
    assertThatThrownBy(() -> choose(List.of("kubernetes"), shared))
        .isInstanceOf(RuntimeFailureException.class);

    System.setProperty("chapters.runtime", "kubernetes");
    assertThat(choose(List.of("kubernetes"), shared).provider()).isSameAs(shared);
  }

  @Test
  void asked_isTaken() {
    System.setProperty("chapters.runtime", "local");
    assertThat(choose(List.of("local", "docker"), local, engine))
        .isEqualTo(
            new Runtimes.Choice(
                local, "Runtime local, as asked by -Dchapters.runtime: processes."));
  }

  @Test
  void askedButNotUsable_refused() {
    System.setProperty("chapters.runtime", "docker");
    assertThatThrownBy(() -> choose(List.of("local", "docker"), local, noEngine))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Runtime 'docker' (from -Dchapters.runtime) cannot be used here: no engine answers. Use -Druntime=auto.");
  }

  @Test
  void auto_goesOnWhateverARuntimeThrowsWhileItIsAsked() {
    for (Throwable thrown :
        List.of(new IllegalArgumentException("bad\nsetting"), new NoClassDefFoundError("x/Y"))) {
      assertThat(choose(List.of("local", "docker"), local, throwing(thrown)).why())
          .isEqualTo(
              "Runtime local: processes (not docker: could not be checked: "
                  + thrown.toString().replace('\n', ' ')
                  + ").");
    }
  }

  @Test
  void askedAndItThrows_refused() {
    System.setProperty("chapters.runtime", "docker");
    assertThatThrownBy(
            () ->
                choose(
                    List.of("local", "docker"), local, throwing(new IllegalStateException("why"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Runtime 'docker' (from -Dchapters.runtime) cannot be used here: could not be checked: java.lang.IllegalStateException: why. Use -Druntime=auto.");
  }

  @Test
  void auto_aWrongSettingOfOursIsNotPassedOver() {
    assertThatThrownBy(
            () ->
                choose(
                    List.of("local", "docker"),
                    local,
                    throwing(new InvalidSettingException("pull-timeout is no number"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("pull-timeout is no number");
  }

  @Test
  void askedButNotSupportedBySubject_refused() {
    System.setProperty("chapters.runtime", "docker");
    assertThatThrownBy(() -> choose(List.of("local"), local, engine))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Runtime 'docker' (from -Dchapters.runtime) is not supported by the subject. Use -Druntime=local.");
  }

  @Test
  void askedButNotThere_refused() {
    System.setProperty("chapters.runtime", "docker");
    assertThatThrownBy(() -> choose(List.of("local", "docker"), local))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "No runtime 'docker' (from -Dchapters.runtime; known: auto, local). Use -Druntime=<id>.");
  }

  @Test
  void classPath_holdsTheLocalRuntime() {
    System.setProperty("chapters.runtime", "local");
    assertThat(
            Runtimes.onClassPath()
                .choose(Settings.ofProcess(), List.of("local"), List.of())
                .provider()
                .id())
        .isEqualTo("local");
  }

  private static Runtimes.Choice choose(List<String> supported, RuntimeProvider... providers) {
    return new Runtimes(List.of(providers)).choose(Settings.ofProcess(), supported, List.of());
  }

  private static RuntimeProvider throwing(Throwable thrown) {
    return new Throwing("docker", 10, thrown);
  }

  private static final class Shared implements RuntimeProvider {
    @Override
    public String id() {
      return "kubernetes";
    }

    @Override
    public int preference() {
      return 0;
    }

    @Override
    public boolean chosenByAuto() {
      return false;
    }

    @Override
    public Availability availability(List<String> images, Settings settings) {
      return new Availability(true, "a cluster answers");
    }

    @Override
    public ComponentRuntime open(RuntimeContext context) {
      throw new IllegalStateException("not opened in these tests");
    }
  }

  private record Throwing(String id, int preference, Throwable thrown) implements RuntimeProvider {
    @Override
    public Availability availability(List<String> images, Settings settings) {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }

    @Override
    public ComponentRuntime open(RuntimeContext context) {
      throw new IllegalStateException("not opened in these tests");
    }
  }

  private record Fixed(String id, int preference, boolean usable, String reason)
      implements RuntimeProvider {
    @Override
    public Availability availability(List<String> images, Settings settings) {
      return new Availability(usable, reason);
    }

    @Override
    public ComponentRuntime open(RuntimeContext context) {
      throw new IllegalStateException("not opened in these tests");
    }
  }
}
