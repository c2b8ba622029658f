package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subjects.tikv.service.pd.StandInPd;
import io.chaoschapters.subjects.tikv.service.store.StandInStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of the system and how they run. */
final class TikvComponents {
  static final int STORES = 3;
  private static final String PD = "pd";
  private static final List<String> STORE_IDS =
      IntStream.rangeClosed(1, STORES).mapToObj(number -> "tikv-" + number).toList();

  static final List<String> IDS = Stream.concat(Stream.of(PD), STORE_IDS.stream()).toList();

  static final String STORE_ROLE = "store";

  /** Where a store serves clients and other stores, and where PD serves everybody. */
  static final String CLIENT = "client";

  /** Where a store serves its status and metrics. */
  static final String STATUS = "status";

  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final int NOT_FOUND = 404;

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
    return ComponentSpec.of(
            PD,
            "placement driver", // One that does not know this path speaks another API; Joining says
            // so at once.
            new HttpReady(CLIENT, "/pd/api/v1/health").or(NOT_FOUND),
            READY_WITHIN)
        .withPorts(CLIENT)
        .asProcess(new ProcessProgram(TikvComponents::pdCommand, Map.of()))
        .inContainer(TikvContainers.pd(PD));
  }

  /** As {@code pd-server} is called in a container. */
  private static List<String> pdCommand(ProcessPlace place) {
    String url = "http://127.0.0.1:" + place.port(CLIENT);
    List<String> command = java(place, StandInPd.class, "-Xmx64m");
    command.addAll(
        List.of(
            "--name=" + PD,
            "--data-dir=" + place.folder().resolve("data"),
            "--client-urls=" + url,
            "--advertise-client-urls=" + url,
            "--config=" + configuration(place, "pd.toml")));
    return command;
  }

  static List<ComponentSpec> stores(Component pd) {
    return STORE_IDS.stream().map(id -> store(id, pd)).toList();
  }

  private static ComponentSpec store(String id, Component pd) {
    return ComponentSpec.of(id, STORE_ROLE, new HttpReady(STATUS, "/status"), READY_WITHIN)
        .withPorts(CLIENT, STATUS)
        .asProcess(new ProcessProgram(place -> storeCommand(place, pd), Map.of()))
        .inContainer(TikvContainers.store(id, pd.internalEndpoint(CLIENT)))
        .withDelayable(CLIENT);
  }

  /** As {@code tikv-server} is called in a container. */
  private static List<String> storeCommand(ProcessPlace place, Component pd) {
    List<String> command =
        java(
            place,
            StandInStore.class,
            "-Xmx128m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=32m");
    command.addAll(
        List.of(
            "--addr=127.0.0.1:" + place.port(CLIENT),
            "--status-addr=127.0.0.1:" + place.port(STATUS),
            "--pd-endpoints=" + pd.internalEndpoint(CLIENT),
            "--data-dir=" + place.folder().resolve("data"),
            "--config=" + configuration(place, "tikv.toml")));
    return command;
  }

  /** The stand-in reads the same files as the programs in whose place it runs. */
  private static Path configuration(ProcessPlace place, String name) {
    try {
      return Files.writeString(place.folder().resolve(name), TikvContainers.configuration(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be written for the stand-in", e);
    }
  }

  private static List<String> java(ProcessPlace place, Class<?> program, String... memory) {
    List<String> flags = new ArrayList<>(List.of(memory));
    flags.addAll(QUICK_START);
    return new ArrayList<>(place.java(program, flags.toArray(String[]::new)));
  }
}
