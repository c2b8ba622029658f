package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.subject.Signal;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One signal.
 *
 * @param name the key in the file; several signals have the same one when it is by component
 * @param component the component that it is about, or null for the whole system
 * @param signal what it is
 * @param source where its number comes from
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record SignalEntry(
    String name, @Nullable String component, Signal signal, SignalSource source) {}
