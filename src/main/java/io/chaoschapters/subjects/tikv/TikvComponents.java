package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subjects.tikv.service.StandInPd;
import io.chaoschapters.subjects.tikv.service.StandInStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The parts of the system and how they run. */
final class TikvComponents {
  static final int STORES = 3;
  static final String STORE_ROLE = "store";

  /** Where a store serves clients and other stores, and where PD serves everybody. */
  static final String CLIENT = "client";

  /** Where a store serves its status and metrics. */
  static final String STATUS = "status";

  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final Duration PROBE = Duration.ofSeconds(1);
  private static final String REGIONS = "6";
  private static final String MAX_STORE_DOWN_TIME = "1m";
  private static final int OK = 200;

  private TikvComponents() {}

  static ComponentSpec pd() {
    return new ComponentSpec(
        "pd",
        "placement driver",
        List.of(CLIENT),
        new ProcessProgram(TikvComponents::pdCommand, Map.of()),
        null,
        component -> answers(component.endpoint(CLIENT).http("/pd/api/v1/health")),
        READY_WITHIN);
  }

  private static List<String> pdCommand(ProcessPlace place) {
    List<String> command = new ArrayList<>(place.java(StandInPd.class, "-Xmx64m"));
    command.addAll(
        List.of(
            "--port",
            Integer.toString(place.port(CLIENT)),
            "--stores",
            Integer.toString(STORES),
            "--regions",
            REGIONS,
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
        null,
        component -> answers(component.endpoint(STATUS).http("/status")),
        READY_WITHIN);
  }

  private static List<String> storeCommand(ProcessPlace place, String id, Component pd) {
    List<String> command =
        new ArrayList<>(
            place.java(
                StandInStore.class,
                "-Xmx128m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:ReservedCodeCacheSize=32m"));
    command.addAll(
        List.of(
            "--name", id,
            "--port", Integer.toString(place.port(CLIENT)),
            "--status-port", Integer.toString(place.port(STATUS)),
            "--pd", pd.internalEndpoint(CLIENT).toString(),
            "--folder", place.folder().toString()));
    return command;
  }

  private static boolean answers(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PROBE).build();
    return HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == OK;
  }
}
