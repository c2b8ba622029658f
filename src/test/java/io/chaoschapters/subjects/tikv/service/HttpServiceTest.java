package io.chaoschapters.subjects.tikv.service;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpServiceTest {
  @Test
  void operatorsAreLockedOut_programsAreServedAllTheSame() throws IOException {
    HttpService service =
        new HttpService("127.0.0.1", 0)
            .route("GET", "/metrics", (argument, body) -> HttpService.Answer.text("up 1"))
            .route("POST", "/heartbeat", (argument, body) -> HttpService.Answer.text("heard"));
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

  private static void close(RequestSpecification client, Duration duration) {
    given(client)
        .body("{\"millis\": %d}".formatted(duration.toMillis()))
        .put("/stand-in/access")
        .then()
        .statusCode(200);
  }
}
