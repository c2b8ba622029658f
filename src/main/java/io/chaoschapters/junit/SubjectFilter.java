package io.chaoschapters.junit;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.installed.Subjects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out the chapter classes of other subjects when {@code -Dsubject} names one. A subject that
 * is not there ends the discovery.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SubjectFilter implements PostDiscoveryFilter {
  private final String wanted = Settings.ofProcess().text(KnownSettings.SUBJECT);

  @Override
  public FilterResult apply(TestDescriptor descriptor) {
    Optional<String> subject =
        descriptor.getSource().flatMap(DemoSource::demo).map(ChaosDemo::subject);
    if (!wanted.isEmpty() && subject.isPresent()) {
      Subjects.find(wanted); // Else every chapter is left out and the build is green.
    }
    boolean included = wanted.isEmpty() || subject.isEmpty() || subject.get().equals(wanted);
    return FilterResult.includedIf(
        included, () -> "wanted", () -> "chapters of another subject than " + wanted);
  }
}
