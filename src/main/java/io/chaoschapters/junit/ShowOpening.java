package io.chaoschapters.junit;

import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.Subjects;
import org.apiguardian.api.API;

/** Opens a show ahead of its first chapter, so that its cluster starts while the title is shown. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ShowOpening {
  private ShowOpening() {}

  /**
   * Opens the show of a class of chapters under a host; returns when its cluster serves.
   *
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when something is wrong
   *     that is seen before the start
   */
  public static RunSession open(StageHost host, ChapterPlan plan) {
    Subject<?> subject = Subjects.find(plan.subject());
    plan.check(subject);
    return host.show(subject.id(), () -> Shows.open(subject, plan, host.stage(), host.conductor()));
  }
}
