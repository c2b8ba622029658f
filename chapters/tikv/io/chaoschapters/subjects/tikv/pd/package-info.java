/** A client of PD's HTTP API that knows its traps. */
@NullMarked
package io.chaoschapters.subjects.tikv.pd;

import org.jspecify.annotations.NullMarked;
