package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.local.LocalRuntimeProvider;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.toy.ToySubject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A runtime of a user's own, found by its id. */
class OwnRuntimeTest {
  /** Runs components as the local one does, elsewhere. */
  public static final class Elsewhere implements RuntimeProvider {
    @Override
    public String id() {
      return "elsewhere";
    }

    @Override
    public int preference() {
      return 1000;
    }

    @Override
    public Availability availability(List<String> images, Settings settings) {
      return new Availability(true, "there is room elsewhere");
    }

    @Override
    public ComponentRuntime open(RuntimeContext context) {
      return new LocalRuntimeProvider().open(context);
    }
  }

  /** One whose library is not on the class path. */
  public static final class Broken implements RuntimeProvider {
    /** Fails as the link to a class does that is not there. */
    public Broken() {
      throw new NoClassDefFoundError("com/example/Missing");
    }

    @Override
    public String id() {
      return "broken";
    }

    @Override
    public int preference() {
      return 1;
    }

    @Override
    public Availability availability(List<String> images, Settings settings) {
      throw new IllegalStateException("never made");
    }

    @Override
    public ComponentRuntime open(RuntimeContext context) {
      throw new IllegalStateException("never made");
    }
  }

  /** Runs elsewhere only. */
  public static final class Emigrant extends ToySubject {
    @Override
    public List<String> runtimes() {
      return List.of("elsewhere");
    }
  }

  @ChaosDemo(subject = "toy")
  static class RunSession {
    @Chapter(order = 1, title = "Be elsewhere")
    void isElsewhere() {}
  }

  private static DemoRun run() {
    return DemoRun.named("OwnRuntimeTest")
        .service(Subject.class, Emigrant.class)
        .resource(
            "META-INF/services/" + RuntimeProvider.class.getName(),
            Broken.class.getName() + "\n" + Elsewhere.class.getName());
  }

  @Test
  void itsId_choosesIt_whateverProviderIsBrokenBesideIt() {
    DemoOutcome outcome = run().setting("runtime", "elsewhere").run(RunSession.class);

    assertThat(outcome.summary().chapters())
        .extracting(ChapterResult::verdict)
        .containsExactly(ChapterVerdict.PASS);
    assertThat(outcome.summary().runtime()).isEqualTo("elsewhere");
    assertThat(outcome.printed())
        .contains("Runtime elsewhere, as asked by -Dchapters.runtime: there is room elsewhere");
  }

  @Test
  void unknownId_isToldWithTheKnownOnesAndWhatCannotBeLoaded() {
    DemoOutcome outcome = run().setting("runtime", "moon").run(RunSession.class);

    assertThat(outcome.started()).isEmpty();
    assertThat(outcome.results().containerEvents().failed().stream().toList().toString())
        .contains(
            "No runtime 'moon' (from -Dchapters.runtime; known: auto, elsewhere). Use -Druntime=<id>. What cannot be loaded: ",
            "com/example/Missing");
  }
}
