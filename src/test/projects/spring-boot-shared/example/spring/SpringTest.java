package example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application starts in the JVM of the chapters, with the logging that Spring Boot sets up. */
class SpringTest {
  @SpringBootApplication
  static class Application {}

  @Test
  void applicationStarts() {
    try (var application = SpringApplication.run(Application.class)) {
      assertThat(application.isActive()).isTrue();
    }
  }
}
