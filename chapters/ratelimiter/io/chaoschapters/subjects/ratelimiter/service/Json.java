package io.chaoschapters.subjects.ratelimiter.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.chaoschapters.text.RootLocale;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads and writes the bodies of the HTTP interface. */
final class Json {
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * Reads a request's body.
   *
   * @param form how the body should look, for the error message
   */
  <T> T read(Context context, Class<T> type, String form) {
    try {
      T body = mapper.readValue(context.bodyAsBytes(), type);
      if (body == null) {
        throw new BadRequestException("The body is null; send JSON such as " + form + ".");
      }
      return body;
    } catch (UnrecognizedPropertyException e) {
      throw new BadRequestException(
          RootLocale.format(
              "The body has an unknown member '%s'; send JSON such as %s.",
              e.getPropertyName(), form));
    } catch (InvalidFormatException e) {
      throw new BadRequestException(
          RootLocale.format(
              "The body cannot have '%s' as %s; send JSON such as %s.",
              e.getValue(), e.getPath().get(0).getFieldName(), form));
    } catch (JsonProcessingException e) {
      throw new BadRequestException(
          RootLocale.format(
              "The body does not fit: %s. Send JSON such as %s.", firstLine(e), form));
    } catch (IOException e) {
      throw new BadRequestException("The body breaks off; send JSON such as " + form + ".");
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("it is not JSON");
  }

  void write(Context context, int status, Object body) {
    context.status(status).contentType("application/json").result(bytes(body));
  }

  byte[] bytes(Object body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + body.getClass().getName(), e);
    }
  }
}
