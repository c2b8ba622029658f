package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.runtime.ServiceLogging;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ratis logs every step of every election of every region; the programs log what matters. */
public final class LibraryLogging {
  /** Held here, because java.util.logging forgets the levels of loggers that nobody holds. */
  private static final Logger GRPC = Logger.getLogger("org.apache.ratis.thirdparty");

  private LibraryLogging() {}

  /** To be called before anything of Ratis or gRPC is loaded. */
  public static void quiet() {
    GRPC.setLevel(Level.OFF);
    ServiceLogging.toStandardOutput(Map.of("org.apache.ratis", "off"));
  }
}
