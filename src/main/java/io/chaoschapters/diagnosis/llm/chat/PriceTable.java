package io.chaoschapters.diagnosis.llm.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.text.Json;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What models cost, as of the day that the file names. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PriceTable {
  private static final String FILE = "prices.json";

  private final JsonNode root;

  private PriceTable(JsonNode root) {
    this.root = root;
  }

  public static PriceTable load() {
    return new PriceTable(Json.resource(PriceTable.class, FILE));
  }

  /** The day, such as {@code 2026-11-24}. */
  public String asOf() {
    return root.path("asOf").asText();
  }

  /** The price of exactly this model or a dated version of it; null when it is not known. */
  public @Nullable Price find(String model) {
    JsonNode found =
        root.path("models").path(model.replaceFirst("-\\d{8}$|-\\d{4}-\\d\\d-\\d\\d$", ""));
    return found.isMissingNode()
        ? null
        : new Price(found.path("read").asDouble(), found.path("written").asDouble());
  }
}
