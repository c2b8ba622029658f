package io.chaoschapters.junit;

import io.chaoschapters.runtime.logs.LibraryLogs;
import org.apiguardian.api.API;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Sees to it that libraries can be given log files, before anything has logged. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EarlyLogs implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LibraryLogs.install();
  }
}
