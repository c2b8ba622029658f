package io.chaoschapters.junit;

import io.chaoschapters.run.file.JournalListener;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.session.Environment;
import io.chaoschapters.session.EnvironmentStarter;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.plain.PlainStage;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.OutputCharset;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the show of a subject, or opens it: one for each subject, whatever classes share it. */
final class Shows {
  private Shows() {}

  /**
   * JUnit's store closes what is {@link AutoCloseable} from 5.13 on, before that the other only.
   */
  @SuppressWarnings("deprecation")
  private record Stored(RunSession show)
      implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      show.close();
    }
  }

  static RunSession of(ExtensionContext context, Subject<?> subject, ChapterPlan plan) {
    Optional<StageHost> host = StageHost.leading();
    if (host.isPresent()) {
      StageHost live = host.get();
      return live.show(subject.id(), () -> open(subject, plan, live.stage(), live.conductor()));
    }
    return context
        .getRoot()
        .getStore(StageHost.extensionNamespace())
        .getOrComputeIfAbsent(
            "show of " + subject.id(),
            key ->
                new Stored(
                    open(
                        subject,
                        plan,
                        new RunProjection(
                            new PlainStage(
                                System.out, Symbols.forCharset(OutputCharset.ofStandardOutput()))),
                        Conductor.none())),
            Stored.class)
        .show();
  }

  static RunSession open(
      Subject<?> subject, ChapterPlan plan, JournalListener stage, Conductor conductor) {
    Settings settings = Settings.ofProcess();
    Environment environment =
        new EnvironmentStarter(subject, settings, stage, plan.chapters().size()).start();
    return RunSession.open(environment, conductor);
  }
}
