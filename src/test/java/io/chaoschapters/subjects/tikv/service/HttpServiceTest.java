package io.chaoschapters.subjects.tikv.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.text.RootLocale;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HttpServiceTest {
  @Test
  void operatorsAreLockedOut_programsAreServedAllTheSame() throws IOException {
    HttpService service =
        service()
            .route("GET", "/metrics", (argument, body) -> text("up 1"))
            .route("POST", "/heartbeat", (argument, body) -> text("heard"));
    int port = service.start();
    RequestSpecification client =
        new RequestSpecBuilder()
            .setBaseUri("http://127.0.0.1")
            .setPort(port)
            .setContentType(ContentType.JSON)
            .build();
    try (service) {
      close(client, Duration.ofMinutes(1));
      given(client).get("/metrics").then().statusCode(403);
      given(client).post("/heartbeat").then().statusCode(200);
      close(client, Duration.ZERO);
      given(client).get("/metrics").then().statusCode(200);
    }
  }

  @Test
  void bodyBeyondTheLimit_isRefusedAndNobodySeesHalfOfIt() throws IOException {
    AtomicInteger seen = new AtomicInteger();
    HttpService service =
        service()
            .route(
                "POST",
                "/heartbeat",
                (argument, body) -> {
                  seen.incrementAndGet();
                  return text(body.length + " bytes");
                });
    int port = service.start();
    try (service) {
      String url = "http://127.0.0.1:" + port + "/heartbeat";
      given().body(new byte[1 << 20]).post(url).then().statusCode(200);
      given().body(new byte[(1 << 20) + 1]).post(url).then().statusCode(413);
    }
    assertThat(seen).hasValue(1);
  }

  private static HttpService service() throws IOException {
    return new HttpService("127.0.0.1", 0, Map.of("Kept", "always"), text("not found"));
  }

  private static HttpService.Answer text(String text) {
    return HttpService.Answer.text(200, "text/plain", text);
  }

  private static void close(RequestSpecification client, Duration duration) {
    given(client)
        .body(RootLocale.format("{\"millis\": %d}", duration.toMillis()))
        .put("/stand-in/access")
        .then()
        .statusCode(200);
  }
}
