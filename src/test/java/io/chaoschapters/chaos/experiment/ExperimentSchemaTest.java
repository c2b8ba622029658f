package io.chaoschapters.chaos.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentSchemaTest {
  private final JsonNode schema = new ExperimentSchema().document();

  @Test
  void publishedSchema_isValidByItsOwnMetaSchema() {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var meta =
        registry.getSchema(
            com.networknt.schema.SchemaLocation.of(
                SpecificationVersion.DRAFT_2020_12.getDialectId()));

    assertThat(meta.validate(schema)).isEmpty();
  }

  @Test
  void sampleFile_isValid() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/chaos/toy.yaml")) {
      JsonNode sample = new ObjectMapper(new YAMLFactory()).readTree(in);
      var checked =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);

      assertThat(checked.validate(sample)).isEmpty();
    }
  }

  @Test
  void keys_areThoseOfTheReader() {
    String experiment = "/$defs/experiment";
    assertThat(keys("")).containsExactly(ExperimentKeys.SUBJECT, ExperimentKeys.EXPERIMENTS);
    assertThat(keys(experiment)).containsExactlyElementsOf(ExperimentKeys.OF_EXPERIMENT);
    assertThat(keys(experiment + "/properties/" + ExperimentKeys.STEADY_STATE))
        .containsExactly(ExperimentKeys.WITHIN, ExperimentKeys.INVARIANTS);
    assertThat(keys(experiment + "/properties/" + ExperimentKeys.LOAD))
        .containsExactly(ExperimentKeys.TYPE);
    assertThat(keys(experiment + "/properties/" + ExperimentKeys.ASK))
        .containsExactly(ExperimentKeys.WHEN, ExperimentKeys.AFTER);
    assertThat(keys("/$defs/fault"))
        .containsExactly(ExperimentKeys.FAULT, ExperimentKeys.TARGET, ExperimentKeys.DURATION);
    assertThat(keys(experiment + "/properties/" + ExperimentKeys.WITNESS))
        .containsExactly(ExperimentKeys.WITHIN);
    assertThat(keys(experiment + "/properties/" + ExperimentKeys.EXPECT))
        .containsExactly(ExperimentKeys.ANOMALY);
    assertThat(keys(experiment + "/properties/" + ExperimentKeys.RECOVERY))
        .containsExactly(ExperimentKeys.WITHIN);
  }

  @Test
  void rollbackSteps_areThoseOfTheEnum() {
    List<String> steps = new ArrayList<>();
    schema
        .at("/$defs/experiment/properties/rollback/items/enum")
        .forEach(step -> steps.add(step.asText()));

    assertThat(steps)
        .containsExactlyElementsOf(
            List.of(Experiment.RollbackStep.values()).stream()
                .map(step -> step.name().toLowerCase(java.util.Locale.ROOT))
                .toList());
  }

  private List<String> keys(String pointer) {
    List<String> keys = new ArrayList<>();
    schema.at(pointer).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
