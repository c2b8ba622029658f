package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subjects.tikv.service.StandInPd;
import io.chaoschapters.subjects.tikv.service.StandInStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The parts of the system and how they run. */
final class TikvComponents {
  static final int STORES = 3;
  private static final String PD = "pd";

  static final String STORE_ROLE = "store";

  /** Where a store serves clients and other stores, and where PD serves everybody. */
  static final String CLIENT = "client";

  /** Where a store serves its status and metrics. */
  static final String STATUS = "status";

  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final int REGIONS = 6;
  private static final int NOT_FOUND = 404;
  static final String MAX_STORE_DOWN_TIME = "1m";

  /**
   * The class path is our own build: verifying it again costs a tenth of the start. Picocli looks
   * for Groovy, which the class path of a test has: loading it costs 0.2 s.
   */
  private static final List<String> QUICK_START =
      List.of(
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote",
          "-Dpicocli.disable.closures=true");

  private TikvComponents() {}

  static ComponentSpec pd() {
    return new ComponentSpec(
        PD,
        "placement driver",
        List.of(CLIENT),
        new ProcessProgram(TikvComponents::pdCommand, Map.of()),
        TikvContainers.pd(PD),
        // One that does not know this path speaks another API; Joining says so at once.
        new HttpReady(CLIENT, "/pd/api/v1/health").or(NOT_FOUND),
        READY_WITHIN);
  }

  private static List<String> pdCommand(ProcessPlace place) {
    List<String> command = java(place, StandInPd.class, "-Xmx64m");
    command.addAll(
        List.of(
            "--port",
            Integer.toString(place.port(CLIENT)),
            "--stores",
            Integer.toString(STORES),
            "--regions",
            Integer.toString(REGIONS),
            "--max-store-down-time",
            MAX_STORE_DOWN_TIME));
    return command;
  }

  static List<ComponentSpec> stores(Component pd) {
    return IntStream.rangeClosed(1, STORES)
        .mapToObj(number -> store("tikv-" + number, pd))
        .toList();
  }

  private static ComponentSpec store(String id, Component pd) {
    return new ComponentSpec(
            id,
            STORE_ROLE,
            List.of(CLIENT, STATUS),
            new ProcessProgram(place -> storeCommand(place, id, pd), Map.of()),
            TikvContainers.store(id, pd.internalEndpoint(CLIENT)),
            new HttpReady(STATUS, "/status"),
            READY_WITHIN)
        .withDelayable(CLIENT);
  }

  private static List<String> storeCommand(ProcessPlace place, String id, Component pd) {
    List<String> command =
        java(
            place,
            StandInStore.class,
            "-Xmx128m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=32m");
    command.addAll(
        List.of(
            "--name", id,
            "--port", Integer.toString(place.port(CLIENT)),
            "--status-port", Integer.toString(place.port(STATUS)),
            "--pd", pd.internalEndpoint(CLIENT).toString(),
            "--folder", place.folder().toString()));
    return command;
  }

  private static List<String> java(ProcessPlace place, Class<?> program, String... memory) {
    List<String> flags = new ArrayList<>(List.of(memory));
    flags.addAll(QUICK_START);
    return new ArrayList<>(place.java(program, flags.toArray(String[]::new)));
  }
}
