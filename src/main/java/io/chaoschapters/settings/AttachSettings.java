package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** Settings of a run that uses existing components instead of starting them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AttachSettings {
  public static final Setting ATTACH =
      Setting.of(
          "attach",
          "",
          "Starts nothing: components are found among what runs already. With -Druntime=kubernetes:"
              + " true, in the namespace that kubernetes.namespace names; with -Druntime=docker: a"
              + " Compose project. Only what carries the label chaoschapters.io/allow=true is hit.");

  public static final Setting MOST =
      Setting.of(
          "attach.most",
          "1",
          "How many components that run already may be disturbed at the same time.");

  static final List<Setting> ALL = List.of(ATTACH, MOST);

  private AttachSettings() {}
}
