package io.chaoschapters.diagnosis.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An error as model servers write it into a body, or into an event in the middle of an answer.
 *
 * @param message what the server says; may be empty
 * @param kind its type, status and code, as far as it says them; may be empty
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ServerError(String message, String kind) {

  /** Empty when the text is not JSON or holds no error. */
  public static Optional<ServerError> in(String text) {
    JsonNode root;
    try {
      root = Json.read(text);
    } catch (JsonProcessingException e) {
      return Optional.empty(); // Not every server explains itself in JSON.
    }
    JsonNode object = root.isArray() ? root.path(0) : root;
    JsonNode error = object.path("object").asText().equals("error") ? object : object.path("error");
    JsonNode alone = error.isMissingNode() && object.size() == 1 ? object.path("detail") : error;
    if (alone.isTextual()) {
      return Optional.of(new ServerError(alone.asText(), ""));
    }
    List<String> kind = new ArrayList<>();
    for (String name : List.of("type", "status", "code")) {
      String value = error.path(name).asText("");
      if (!value.isEmpty() && !value.equals("null") && !kind.contains(value)) {
        kind.add(value);
      }
    }
    return error.isObject()
        ? Optional.of(new ServerError(error.path("message").asText(), String.join(", ", kind)))
        : Optional.empty();
  }

  /** Both in a few words. */
  public String words() {
    return kind.isBlank() ? message : RootLocale.format("%s (%s)", message, kind).strip();
  }
}
