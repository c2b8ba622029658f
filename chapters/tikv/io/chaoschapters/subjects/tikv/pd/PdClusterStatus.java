package io.chaoschapters.subjects.tikv.pd;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cluster has begun.
 *
 * @param bootstrapTime when it did, or null when it has not
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PdClusterStatus(boolean initialized, @Nullable Instant bootstrapTime) {}
