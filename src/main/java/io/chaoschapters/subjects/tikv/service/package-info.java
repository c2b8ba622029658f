/** The stand-in's programs: stores on Apache Ratis, and a placement driver with PD's HTTP API. */
@NullMarked
package io.chaoschapters.subjects.tikv.service;

import org.jspecify.annotations.NullMarked;
