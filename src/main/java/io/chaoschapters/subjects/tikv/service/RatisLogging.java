package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.runtime.ServiceLogging;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ratis logs every step of every election of every group; the store tells what matters itself. */
final class RatisLogging {
  /** Held here, because java.util.logging forgets the levels of loggers that nobody holds. */
  private static final Logger GRPC = Logger.getLogger("org.apache.ratis.thirdparty");

  private RatisLogging() {}

  static void quiet() {
    GRPC.setLevel(Level.WARNING);
    ServiceLogging.toStandardOutput(Map.of("org.apache.ratis", "off"));
  }
}
