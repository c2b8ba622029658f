package io.chaoschapters.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A proxy in front of a container is found where the others look for the container. */
class LinkProxyTest {
  private static final ContainerProgram PLAIN =
      new ContainerProgram(
          ContainerImage.of("web:1"), List.of(), Map.of(), Map.of("http", 80, "api", 81), Map.of());
  private static final ContainerProgram KNOWN_BY_NAME =
      new ContainerProgram(
          PLAIN.image(),
          PLAIN.command(),
          PLAIN.environment(),
          PLAIN.ports(),
          PLAIN.files(),
          ContainerProgram.Setup.calledToo(List.of("shop")).withProxyUnderItsNames());

  private static ComponentSpec web(ContainerProgram program) {
    return ComponentSpec.of("web", "shop", component -> true, Duration.ofSeconds(1))
        .withPorts("http", "api")
        .inContainer(program)
        .withDelayable("http");
  }

  @Test
  void proxyThatOthersName_hasTheDelayablePortAlone() {
    ComponentSpec proxy = LinkProxy.spec(web(PLAIN), PLAIN);
    PublishedAddresses web =
        new PublishedAddresses(web(PLAIN), PLAIN, new ProxyLink.Choice(null, "no proxy"));

    assertThat(proxy.id()).isEqualTo("web-link");
    assertThat(proxy.ports()).containsExactly("toxiproxy", "http");
    assertThat(proxy.container().setup().aliases()).isEmpty();
    assertThat(proxy.container().files().get("/chapters-links.json"))
        .contains("\"upstream\":\"web:80\"")
        .doesNotContain(":81");
    assertThat(web.inside("http")).isEqualTo(new Endpoint("web-link", 80));
    assertThat(web.inside("api")).isEqualTo(new Endpoint("web", 81));
  }

  @Test
  void proxyThatNobodyNames_hasTheNamesAndAllPortsOfWhatIsBehind() {
    ComponentSpec proxy = LinkProxy.spec(web(KNOWN_BY_NAME), KNOWN_BY_NAME);
    PublishedAddresses web =
        new PublishedAddresses(
            web(KNOWN_BY_NAME), KNOWN_BY_NAME, new ProxyLink.Choice(null, "no proxy"));

    assertThat(proxy.container().setup().aliases()).containsExactly("web", "shop");
    assertThat(proxy.ports()).containsExactly("toxiproxy", "http");
    assertThat(proxy.container().files().get("/chapters-links.json"))
        .contains("\"upstream\":\"web-behind:80\"")
        .contains("\"upstream\":\"web-behind:81\"");
    assertThat(web.inside("http")).isEqualTo(new Endpoint("web", 80));
    assertThat(web.names()).as("without a proxy").containsExactly("web", "web-link", "shop");
  }
}
