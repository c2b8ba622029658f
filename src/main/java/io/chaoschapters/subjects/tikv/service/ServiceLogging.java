package io.chaoschapters.subjects.tikv.service;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets up slf4j-simple, unless the command line did; it must run before the first logger. */
final class ServiceLogging {
  private static final String PREFIX = "org.slf4j.simpleLogger.";

  // Ratis logs every step of every election of every group; the store tells what matters itself.
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "logFile", "System.out",
          "defaultLogLevel", "info",
          "showDateTime", "true",
          "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
          "showThreadName", "false",
          "log.org.apache.ratis", "off");

  /** Held here, because java.util.logging forgets the levels of loggers that nobody holds. */
  private static final Logger GRPC = Logger.getLogger("org.apache.ratis.thirdparty");

  private ServiceLogging() {}

  static void toStandardOutput() {
    GRPC.setLevel(Level.WARNING);
    DEFAULTS.forEach(
        (name, value) -> {
          if (System.getProperty(PREFIX + name) == null) {
            System.setProperty(PREFIX + name, value);
          }
        });
  }
}
