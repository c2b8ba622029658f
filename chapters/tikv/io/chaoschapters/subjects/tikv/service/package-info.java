/** What both programs of the stand-in for TiKV share: configuration files, log, HTTP and gRPC. */
@NullMarked
package io.chaoschapters.subjects.tikv.service;

import org.jspecify.annotations.NullMarked;
