package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subject.installed.InvalidSubjectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of components that are cut off or delayed, before anything is started. */
class NetworkFaultsTest {
  private static final String IN_CONTAINERS =
      ShopFile.with(
              "java: io.chaoschapters.subject.yaml.Till", "image: till:1.2.3\n    delayable: http")
          .replace("ports: [http]", "ports: {http: 8080, admin: 9090}")
          .replaceAll(" +(command|files|environment): .*\\R", "")
          .replace("{till-1.folder}", "{till-1.id}")
          .replace(
              "metrics: http/metrics",
              "metrics: http/metrics\n    cut-off: {http: admin/peers, of: till-2, matches: 'no {2}till-1'}");

  private static NetworkFaults of(String text) {
    return new NetworkFaults(ShopFile.read(text));
  }

  @Test
  void componentThatSaysAll_hasNoDoubt() {
    NetworkFaults faults = of(IN_CONTAINERS);

    for (String fault : List.of("partition", "latency", "kill")) {
      assertThat(faults.unwitnessed(fault, List.of("till-1", "chief"))).isEmpty();
      assertThat(faults.doubtful(fault, List.of("till-1", "chief"))).isEmpty();
    }
  }

  @Test
  void process_cannotBeCutOffOrDelayed() {
    NetworkFaults faults = of(ShopFile.TEXT);

    assertThat(faults.unwitnessed("partition", List.of("till-2")))
        .contains(
            "nothing could see it on 'till-2'; give that component (subjects/shop.yaml:4) a"
                + " 'cut-off', such as a question of another one that no longer hears it");
    assertThat(faults.doubtful("latency", List.of("till-1")))
        .contains(
            "'till-1' (subjects/shop.yaml:4) runs as a process, and only containers and pods can be"
                + " cut off or delayed. Its chapters are skipped; give it an 'image', or use a"
                + " Compose file");
    assertThat(faults.doubtful("kill", List.of("till-1"))).isEmpty();
  }

  @Test
  void noDelayablePort_orProbeAtAnother_isDoubtful() {
    assertThat(
            of(IN_CONTAINERS.replaceAll("    delayable: .*\\R", ""))
                .doubtful("latency", List.of("chief")))
        .contains(
            "'till-1' (subjects/shop.yaml:4) has no delayable port, so its chapters are skipped"
                + " unless Chaos Mesh injects faults; write 'delayable: [http]' there");
    assertThat(
            of(IN_CONTAINERS
                    .replace("delayable: http", "delayable: [admin]")
                    .replace("http: admin/peers", "http: http/peers"))
                .doubtful("latency", List.of("till-1")))
        .contains(
            "the probe of 'till-1' (subjects/shop.yaml:4) asks at none of its delayable ports"
                + " (admin), so it sees no delay unless Chaos Mesh injects faults; have it ask"
                + " there, or make its port delayable");
  }

  @Test
  void probeThatOnlyConnects_seesNoDelay() {
    assertThat(
            of(IN_CONTAINERS.replaceAll("    probe: .*\\R", ""))
                .unwitnessed("latency", List.of("till-1")))
        .contains(
            "no late answer of 'till-1' could be seen; give that component (subjects/shop.yaml:4) a"
                + " 'probe' that is answered, by http, tcp or command");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delayable: http | delayable: htp | 7 | 'delayable': there is no port 'htp'; did you mean 'http'? (known: http, admin).",
        "of: till-2, | of: tills, | 11 | 'of': there is no component 'tills'",
        "of: till-2, | of: till-*, | 11 | 'of': say which one component is asked.",
        "matches: 'no | matchs: 'no | 11 | unknown key 'matchs' in 'cut-off'; did you mean 'matches'?",
        "http: admin/peers, of: till-2, | http: http/peers, | 11 | 'cut-off': while 'till-1' is cut off, so is its proxy",
        "http: admin/peers | http: 'admin/{target.port.htp}' | 11 | '{target.port.htp}' stands for nothing here; did you mean 'target.port.http'?",
      })
  void mistake_fileLineAndSentence(String part, String other, int line, String sentence) {
    assertThatThrownBy(() -> ShopFile.read(IN_CONTAINERS.replace(part, other)))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("subjects/shop.yaml:" + line + ": " + sentence);
  }

  @Test
  void process_hasNoProxy() {
    assertThatThrownBy(
            () -> ShopFile.read(ShopFile.with("role: till", "role: till\n    delayable: http")))
        .hasMessage(
            "subjects/shop.yaml:6: 'delayable' goes with 'image' or a Compose file: nothing stands"
                + " between processes that could delay what they answer.");
  }
}
