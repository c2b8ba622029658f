package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who starts the cluster by its compose file has the cluster of the chapters. */
class TikvContainersTest {
  private static List<String> composed(String service) throws IOException {
    JsonNode file = new YAMLMapper().readTree(Path.of("docker", "tikv.yaml").toFile());
    JsonNode command = file.path("services").path(service).path("command");
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
}
