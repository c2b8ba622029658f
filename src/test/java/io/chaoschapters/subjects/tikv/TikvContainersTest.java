package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who starts the cluster by its compose file has the cluster of the chapters. */
class TikvContainersTest {
  private static final Path COMPOSE_FILE = Path.of("docker", "tikv.yaml");

  private static JsonNode composeFile() throws IOException {
    return new YAMLMapper().readTree(COMPOSE_FILE.toFile());
  }

  private static JsonNode service(String name) throws IOException {
    return composeFile().path("services").path(name);
  }

  private static List<String> composed(String service) throws IOException {
    JsonNode command = service(service).path("command");
    return StreamSupport.stream(command.spliterator(), false)
        .map(JsonNode::asText)
        .map(argument -> argument.replace("/etc/chapters.toml", configuration()))
        .toList();
  }

  private static String configuration() {
    return TikvContainers.pd("pd").files().keySet().iterator().next();
  }

  @Test
  void placementDriver_hasTheSameArgumentsInTheComposeFile() throws IOException {
    assertThat(composed("pd")).containsExactlyElementsOf(TikvContainers.pd("pd").command());
  }

  /** Nothing stands in the way of a composed store, so it advertises its own name. */
  @ParameterizedTest
  @ValueSource(strings = {"tikv-1", "tikv-2", "tikv-3"})
  void store_hasTheSameArgumentsInTheComposeFile(String id) throws IOException {
    List<String> expected =
        TikvContainers.store(id, new Endpoint("pd", 2379)).command().stream()
            .map(argument -> argument.replace(ContainerProgram.linkName(id), id))
            .toList();

    assertThat(composed(id)).containsExactlyElementsOf(expected);
  }

  /** The command line names a file, and what is in it is what the chapters give to a container. */
  @ParameterizedTest
  @ValueSource(strings = {"pd", "tikv-1", "tikv-2", "tikv-3"})
  void settings_areThoseOfTheComposeFile(String id) throws IOException {
    Map<String, String> expected =
        id.equals("pd")
            ? TikvContainers.pd(id).files()
            : TikvContainers.store(id, new Endpoint("pd", 2379)).files();

    assertThat(mounted(id)).isEqualTo(expected);
  }

  /** By the path inside a container what is in the file that is mounted there, read-only. */
  private static Map<String, String> mounted(String id) throws IOException {
    JsonNode service = service(id);
    // Jackson does not merge: it has the anchor's name, here that of the section behind "x-".
    JsonNode shared = composeFile().path("x-" + service.path("<<").asText());
    JsonNode volumes =
        service.path("volumes").isMissingNode() ? shared.path("volumes") : service.path("volumes");
    Map<String, String> files = new TreeMap<>();
    for (JsonNode volume : volumes) {
      String[] parts = volume.asText().split(":");
      assertThat(parts).hasSize(3).endsWith("ro");
      files.put(parts[1], Files.readString(COMPOSE_FILE.resolveSibling(parts[0])));
    }
    return files;
  }
}
