package io.chaoschapters.runtime.docker.engine;

import com.github.dockerjava.api.model.AuthConfig;
import io.chaoschapters.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.RegistryAuthLocator;

/** The user's login at a registry, from where {@code docker login} has put it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RegistryLogin {
  private RegistryLogin() {}

  /** The header that passes it to the engine; empty when there is none. */
  public static Map<String, String> headers(DockerImageName image) {
    AuthConfig none = new AuthConfig();
    AuthConfig found =
        DockerSettings.read(
            "find the login for image " + image.asCanonicalNameString(),
            () -> RegistryAuthLocator.instance().lookupAuthConfig(image, none));
    if (found.getUsername() == null && found.getIdentitytoken() == null) {
      return Map.of();
    }
    Map<String, String> login = new LinkedHashMap<>();
    put(login, "username", found.getUsername());
    put(login, "password", found.getPassword());
    put(login, "serveraddress", found.getRegistryAddress());
    put(login, "identitytoken", found.getIdentitytoken());
    return Map.of("X-Registry-Auth", encoded(login));
  }

  private static void put(
      Map<String, String> login, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      login.put(name, value);
    }
  }

  private static String encoded(Map<String, String> login) {
    return Base64.getUrlEncoder().encodeToString(Json.text(login).getBytes(StandardCharsets.UTF_8));
  }
}
