package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private final Addresses addresses =
      new Addresses(component("pd", 2379, 21000), List.of(component("tikv-1", 20160, 21001)));

  private static Component component(String id, int inside, int outside) {
    return (Component)
        Proxy.newProxyInstance(
            Component.class.getClassLoader(),
            new Class<?>[] {Component.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "endpoint" -> new Endpoint("127.0.0.1", outside);
                  case "internalEndpoint" -> new Endpoint(id, inside);
                  default -> throw new IllegalStateException(method.getName());
                });
  }

  @Test
  void nameOfTheInnerNetwork_isMappedToLoopback() {
    assertThat(addresses.seenHere("tikv-1:20160")).isEqualTo("127.0.0.1:21001");
    assertThat(addresses.getMappedURI(URI.create("http://pd:2379")))
        .isEqualTo(URI.create("http://127.0.0.1:21000"));
  }

  @Test
  void addressOfNobody_staysAsItIs() {
    assertThat(addresses.seenHere("elsewhere:1")).isEqualTo("elsewhere:1");
    assertThat(addresses.getMappedURI(URI.create("http://elsewhere:1")))
        .isEqualTo(URI.create("http://elsewhere:1"));
  }
}
