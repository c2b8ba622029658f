package io.chaoschapters.subjects.ratelimiter.service;

import java.util.Map;

/** Sets up slf4j-simple, unless the command line did; it must run before the first logger. */
final class NodeLogging {
  private static final String PREFIX = "org.slf4j.simpleLogger.";
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "logFile", "System.out",
          "showDateTime", "true",
          "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
          "showThreadName", "false",
          "log.io.javalin", "warn",
          "log.org.eclipse.jetty", "warn");

  private NodeLogging() {}

  static void toStandardOutput() {
    DEFAULTS.forEach(
        (name, value) -> {
          if (System.getProperty(PREFIX + name) == null) {
            System.setProperty(PREFIX + name, value);
          }
        });
  }
}
