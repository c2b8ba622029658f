package io.chaoschapters.junit;

import io.chaoschapters.settings.Settings;
import io.chaoschapters.settings.TrialSettings;
import org.apiguardian.api.API;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves out the chapters themselves while {@code -Dtrials} asks for trials in their place. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialsFilter implements PostDiscoveryFilter {
  /** The id of the engine that makes trials of the same classes. */
  public static final String ENGINE = "chaos-trials";

  private final boolean trials = areAskedFor(Settings.ofProcess());

  /** Whether trials are made; a setting that is no number is reported when they begin. */
  public static boolean areAskedFor(Settings settings) {
    String text = settings.text(TrialSettings.REPETITIONS);
    return !text.isEmpty() && !text.equals("0");
  }

  @Override
  public FilterResult apply(TestDescriptor descriptor) {
    boolean isChapter =
        trials
            && !descriptor.getUniqueId().getEngineId().map(ENGINE::equals).orElse(false)
            && descriptor.getSource().flatMap(DemoSource::demo).isPresent();
    return FilterResult.includedIf(
        !isChapter, () -> "wanted", () -> "trials are made in place of the chapters");
  }
}
