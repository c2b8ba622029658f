/** The stand-in's store: regions as Raft groups on Apache Ratis behind TiKV's gRPC API. */
@NullMarked
package io.chaoschapters.subjects.tikv.service.store;

import org.jspecify.annotations.NullMarked;
