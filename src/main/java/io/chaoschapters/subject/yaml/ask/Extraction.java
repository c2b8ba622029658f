package io.chaoschapters.subject.yaml.ask;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a number is found in an answer: by a JSON pointer, by a pattern, or it is the answer.
 *
 * @param pointer null when it is not JSON
 * @param match its first group, or all of it, is the number; null for none
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Extraction(@Nullable Template pointer, @Nullable Pattern match) {

  /** The number of an answer; unknown with a reason when there is none. */
  public Reading number(Answer answer, Names names) {
    if (!answer.isThere()) {
      return Reading.unknown(answer.text());
    }
    String place = pointer == null ? null : pointer.fill(names);
    String text = text(answer.result(), place);
    if (text == null) {
      return Reading.unknown(missing(answer.result(), place));
    }
    return switch (text.strip()) {
      case "true" -> Reading.of(1);
      case "false" -> Reading.of(0);
      case "" -> Reading.unknown("the answer is empty");
      default -> parsed(text.strip());
    };
  }

  /** The text of an answer; null when it is not in it. */
  private @Nullable String text(String answer, @Nullable String place) {
    if (place != null) {
      return at(answer, JsonPointer.compile(place));
    }
    if (match == null) {
      return answer;
    }
    Matcher matcher = match.matcher(answer);
    if (!matcher.find()) {
      return null;
    }
    return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
  }

  private static @Nullable String at(String answer, JsonPointer pointer) {
    try {
      JsonNode found = Json.read(answer).at(pointer);
      return found.isValueNode() && !found.isNull() ? found.asText() : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private String missing(String answer, @Nullable String place) {
    if (place != null) {
      String start = answer.stripLeading();
      String kind = start.startsWith("<") ? "HTML or XML" : "no JSON";
      return start.startsWith("{") || start.startsWith("[")
          ? RootLocale.format("there is nothing at '%s' of the answer", place)
          : RootLocale.format("the answer is %s, so there is no '%s'", kind, place);
    }
    return RootLocale.format("nothing in the answer matches '%s'", match);
  }

  private static Reading parsed(String text) {
    try {
      return Reading.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      String start = text.lines().findFirst().orElse("");
      return Reading.unknown(
          RootLocale.format("'%s' is no number", start.substring(0, Math.min(40, start.length()))));
    }
  }
}
