package io.chaoschapters.subjects.tikv;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A write that was acknowledged and cannot be read back.
 *
 * @param found what is there instead, or null for nothing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LostWrite(String key, String written, @Nullable String found) {}
