/** Metrics pages as large as TiKV's and PD's, in the Prometheus text format. */
@NullMarked
package io.chaoschapters.subjects.tikv.service.metrics;

import org.jspecify.annotations.NullMarked;
