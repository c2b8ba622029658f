package io.chaoschapters.diagnosis;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Another anomaly that a diagnoser considered.
 *
 * @param term the term
 * @param whyNot why it was not chosen
 * @param score how well it fits by the diagnoser's own measure, or null where it has none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Alternative(String term, String whyNot, @Nullable Double score) {}
