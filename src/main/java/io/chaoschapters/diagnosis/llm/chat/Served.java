package io.chaoschapters.diagnosis.llm.chat;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Which model is asked and where, in words for messages; no key is in it.
 *
 * @param diagnoser what {@code -Dai} calls it
 * @param model its name at its server
 * @param server who serves it, such as a host name
 * @param keyVariable the environment variable that holds the key, or null where none is needed
 * @param context how many tokens it reads and writes at once, or null when not known here
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Served(
    String diagnoser,
    String model,
    String server,
    @Nullable String keyVariable,
    @Nullable Integer context) {}
