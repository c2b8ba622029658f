package io.chaoschapters.junit;

import io.chaoschapters.run.file.JournalListener;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.session.Environment;
import io.chaoschapters.session.EnvironmentStarter;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.plain.PlainStage;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.text.OutputCharset;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the show of a subject, or opens it: one for each subject, whatever classes share it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Shows {
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
      return of(host.get(), subject, plan);
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

  /**
   * Opens the show of a class of chapters ahead of its first chapter, so that its cluster starts
   * while the title is shown; returns when its cluster serves.
   *
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when something is wrong
   *     that is seen before the start
   */
  public static RunSession open(StageHost host, ChapterPlan plan) {
    Subject<?> subject = Subjects.find(plan.subject());
    plan.check(subject);
    return of(host, subject, plan);
  }

  private static RunSession of(StageHost host, Subject<?> subject, ChapterPlan plan) {
    return host.show(subject.id(), () -> open(subject, plan, host.stage(), host.conductor()));
  }

  private static RunSession open(
      Subject<?> subject, ChapterPlan plan, JournalListener stage, Conductor conductor) {
    Settings settings = Settings.ofProcess();
    Environment environment =
        new EnvironmentStarter(subject, settings, stage, plan.chapters().size(), conductor::confirm)
            .start();
    return RunSession.open(environment, conductor);
  }
}
