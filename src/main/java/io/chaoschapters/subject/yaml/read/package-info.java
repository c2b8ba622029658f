/** Reads a subject's file: its form by the schema, then its meaning, each mistake with its line. */
@NullMarked
package io.chaoschapters.subject.yaml.read;

import org.jspecify.annotations.NullMarked;
