package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** The settings of {@code -Dmode=new}, which makes a project. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NewProjectSettings {
  public static final Setting NAME =
      Setting.of(
          "name", "", "For -Dmode=new: what the new project's subject is called, such as orders.");

  public static final Setting DIRECTORY =
      Setting.of(
          "directory",
          "",
          "For -Dmode=new: the folder of the new project, which must be empty or not there; not set: ../<name>-chaos.");

  static final List<Setting> ALL = List.of(NAME, DIRECTORY);

  private NewProjectSettings() {}
}
