package io.chaoschapters.runtime.kubernetes.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What Chaos Mesh is asked for, as its API is given it. */
class ChaosObjectTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static void assertSpec(ChaosObject object, String expected) throws IOException {
    assertThat(JSON.<JsonNode>valueToTree(object.spec()))
        .isEqualTo(JSON.readTree(expected.replace('\'', '"')));
  }

  @Test
  void kill_hitsOneContainerOfOnePod() throws IOException {
    assertSpec(
        ChaosObject.kill("run", "kill-one-1", "one-life1", "main"),
        "{'action':'container-kill','mode':'all','selector':{'pods':{'run':['one-life1']}},'containerNames':['main']}");
  }

  @Test
  void partition_isFromTheLivingPodsOfTheOthers_andEndsByItself() throws IOException {
    assertSpec(
        ChaosObject.partition("run", "partition-one-1", "one-life1", "one")
            .lasting(Duration.ofMillis(3_500)),
        "{'action':'partition','mode':'all','direction':'both','duration':'3500ms',"
            + "'selector':{'pods':{'run':['one-life1']}},"
            + "'target':{'mode':'all','selector':{'namespaces':['run'],"
            + "'labelSelectors':{'chaoschapters.io/current':'true'},"
            + "'expressionSelectors':[{'key':'chaoschapters.io/component','operator':'NotIn','values':['one']}]}}}");
  }

  @Test
  void delay_isOfAllThatThePodSends() throws IOException {
    assertSpec(
        ChaosObject.delay("run", "delay-one-1", "one-life1", Duration.ofMillis(200))
            .lasting(Duration.ofSeconds(35)),
        "{'action':'delay','mode':'all','direction':'to','duration':'35000ms',"
            + "'selector':{'pods':{'run':['one-life1']}},"
            + "'delay':{'latency':'200ms','jitter':'0ms','correlation':'0'}}");
  }
}
