package io.chaoschapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tikv.shade.io.grpc.ManagedChannel;
import org.tikv.shade.io.grpc.netty.NettyChannelBuilder;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** In a JVM whose proxy is for every address, loopback included. */
class ConnectionsTest {
  private static final String ELSEWHERE = "http://model.example/v1";

  private FakeProxy proxy;
  private HttpServer server;
  private final AtomicInteger served = new AtomicInteger();
  private int port;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          byte[] body = "\"2.1.11\"".getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    port = server.getAddress().getPort();
    proxy = new FakeProxy();
  }

  @AfterEach
  void end() throws IOException {
    proxy.close();
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void whatBelongsToARun_isAskedDirectly(String host) throws Exception {
    URI near = URI.create("http://" + host + ":" + port + "/");

    assertThat(get(Connections.direct().build(), near)).isEqualTo(200);
    assertThat(Connections.connection(near).getResponseCode()).isEqualTo(200);
    try (Socket socket = Connections.socket()) {
      socket.connect(new InetSocketAddress(host, port), 2_000);
    }

    assertThat(served).hasValue(2);
    assertThat(proxy.asked()).isEmpty();
  }

  @Test
  void whatAUserNames_isAskedDirectlyOnLoopbackAndElseByTheirProxy() throws Exception {
    HttpClient client = Connections.asTheUserHasSet().build();

    assertThat(get(client, URI.create("http://127.0.0.1:" + port + "/"))).isEqualTo(200);
    assertThat(proxy.asked()).isEmpty();
    assertThat(get(client, URI.create(ELSEWHERE))).isEqualTo(200);
    assertThat(proxy.asked()).containsExactly("GET " + ELSEWHERE + " HTTP/1.1");
  }

  private static int get(HttpClient client, URI uri) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }

  @Test
  void installed_clientsOfLibrariesAskLoopbackDirectlyToo() throws Exception {
    LoopbackDirect.Installed installed = LoopbackDirect.install();
    try {
      assertThat(RestAssured.given().baseUri("http://127.0.0.1:" + port).get("/").statusCode())
          .isEqualTo(200);
      assertThat(new ToxiproxyClient("127.0.0.1", port).version()).contains("2.1.11");
      try (Connection jedis = new Connection(new HostAndPort("127.0.0.1", port))) {
        jedis.connect();
      }
      greetOverGrpc();

      assertThat(proxy.asked()).isEmpty();
      assertThat(get(HttpClient.newHttpClient(), URI.create(ELSEWHERE))).isEqualTo(200);
      assertThat(proxy.asked()).containsExactly("GET " + ELSEWHERE + " HTTP/1.1");
    } finally {
      installed.close();
    }
    assertThat(proxy.isTheJvmsOwn()).isTrue();
  }

  /** The server does not speak gRPC; what matters is that it is the one that is spoken to. */
  private void greetOverGrpc() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      channel.getState(true);
      Awaitility.await()
          .until(
              () -> List.of("TRANSIENT_FAILURE", "READY").contains(channel.getState(true).name()));
    } finally {
      channel.shutdownNow();
    }
  }

  /** Without this the test above would prove nothing. */
  @Test
  void notInstalled_librariesAskTheProxy() throws Exception {
    new ToxiproxyClient("127.0.0.1", port).version();
    greetOverGrpc();
    try (Connection jedis = new Connection(new HostAndPort("127.0.0.1", port))) {
      assertThatThrownBy(jedis::connect).isInstanceOf(JedisConnectionException.class);
    }

    assertThat(proxy.asked())
        .contains(
            "GET http://127.0.0.1:" + port + "/version HTTP/1.1",
            "CONNECT 127.0.0.1:" + port + " HTTP/1.1",
            "SOCKS");
  }

  @Test
  void closedInAnotherOrder_nothingOfItHolds() {
    LoopbackDirect.Installed first = LoopbackDirect.install();
    LoopbackDirect.Installed second = LoopbackDirect.install();
    first.close();
    second.close();

    assertThat(java.net.ProxySelector.getDefault().select(URI.create("http://127.0.0.1/")))
        .singleElement()
        .returns(java.net.Proxy.Type.HTTP, java.net.Proxy::type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "127.0.0.1",
        "127.8.9.10",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "0.0.0.0",
        "[::]",
        "[::ffff:127.0.0.1]"
      })
  void loopback_isKnown(String host) {
    assertThat(LoopbackDirect.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.example",
        "127.example",
        "10.0.0.1",
        "128.0.0.1",
        "[fe80::1]",
        "localhost.example",
        "999.0.0.1",
        ":::"
      })
  void elsewhere_isKnown(String host) {
    assertThat(LoopbackDirect.isLoopback(host)).isFalse();
  }
}
