/** The stand-in's placement driver: PD's HTTP and gRPC APIs, and its schedulers. */
@NullMarked
package io.chaoschapters.subjects.tikv.service.pd;

import org.jspecify.annotations.NullMarked;
