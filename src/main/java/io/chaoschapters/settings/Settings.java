package io.chaoschapters.settings;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads settings by the one rule that {@link Setting} describes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Settings {
  static final String FILE = SettingsFile.NAME;

  private final Function<String, @Nullable String> properties;
  private final Map<String, String> environment;
  private final Properties file;

  Settings(
      Function<String, @Nullable String> properties,
      Map<String, String> environment,
      Properties file) {
    this.properties = properties;
    this.environment = environment;
    this.file = file;
  }

  /** The settings of this process: its system properties, environment and class path. */
  public static Settings ofProcess() {
    return new Settings(
        System::getProperty, System.getenv(), SettingsFile.onClassPath().properties());
  }

  /**
   * Settings that a program gives.
   *
   * @param values by the names of the system properties that would set them, such as {@code ai}
   */
  public static Settings of(Map<String, String> values) {
    return new Settings(Map.copyOf(values)::get, Map.of(), new Properties());
  }

  /** The value of a setting and where it came from. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public SettingValue value(Setting setting) {
    SettingValue found = find(setting);
    if (!setting.oneOf().isEmpty() && !setting.oneOf().contains(found.value())) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting '%s' cannot be '%s' (from %s). It is one of: %s.",
              setting.name(), found.value(), found.origin(), String.join(", ", setting.oneOf())));
    }
    return found;
  }

  /** The value of a setting as text; empty for "not set". */
  public String text(Setting setting) {
    return value(setting).value();
  }

  /** The value of a setting as a switch. */
  public boolean isOn(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  /** The value of a setting in milliseconds, at least 1. */
  public Duration milliseconds(Setting setting) {
    SettingValue found = value(setting);
    try {
      long millis = Long.parseLong(found.value());
      if (millis >= 1) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      throw notMilliseconds(found);
    }
    throw notMilliseconds(found);
  }

  /** The value of a setting as a whole number of 1 or more. */
  public int count(Setting setting) {
    SettingValue found = value(setting);
    if (!found.value().matches("[1-9]\\d{0,8}")) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting '%s' must be a whole number, 1 or more, but is '%s' (from %s).",
              setting.name(), found.value(), found.origin()));
    }
    return Integer.parseInt(found.value());
  }

  private static InvalidSettingException notMilliseconds(SettingValue found) {
    return new InvalidSettingException(
        RootLocale.format(
            "Setting '%s' must be a whole number of milliseconds, 1 or more, but is '%s' (from %s).",
            found.setting().name(), found.value(), found.origin()));
  }

  /** Every known setting with its present value, in the order of the help page. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public List<SettingValue> all() {
    return KnownSettings.ALL.stream().map(this::find).toList();
  }

  private SettingValue find(Setting setting) {
    String property = properties.apply(setting.systemProperty());
    if (property != null) {
      return new SettingValue(setting, property.strip(), "-D" + setting.systemProperty());
    }
    String alias = setting.alias() == null ? null : properties.apply(setting.alias());
    if (alias != null) {
      return new SettingValue(setting, alias.strip(), "-D" + setting.alias());
    }
    String variable = environment.get(setting.environmentVariable());
    if (variable != null) {
      return new SettingValue(setting, variable.strip(), setting.environmentVariable());
    }
    String line = file.getProperty(setting.name());
    if (line != null) {
      return new SettingValue(setting, line.strip(), FILE);
    }
    return new SettingValue(setting, setting.defaultValue(), "default");
  }
}
