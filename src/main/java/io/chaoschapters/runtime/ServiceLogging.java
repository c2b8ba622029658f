package io.chaoschapters.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How a program that a subject runs as a component writes its log: on standard output, with times
 * that the runtime reads. It must be set up before the first logger.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ServiceLogging {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private ServiceLogging() {}

  /**
   * Sets up slf4j-simple, where the command line did not.
   *
   * @param levels level by logger, such as {@code warn} for a library that talks much
   */
  public static void toStandardOutput(Map<String, String> levels) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("defaultLogLevel", "info");
    defaults.put("logFile", "System.out");
    defaults.put("showDateTime", "true");
    defaults.put("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    defaults.put("showThreadName", "false");
    levels.forEach((logger, level) -> defaults.put("log." + logger, level));
    defaults.forEach(
        (name, value) -> {
          if (System.getProperty(PREFIX + name) == null) {
            System.setProperty(PREFIX + name, value);
          }
        });
  }
}
