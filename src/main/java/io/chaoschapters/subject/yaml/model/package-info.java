/** What a subject's file says, once it was read and checked. */
@NullMarked
package io.chaoschapters.subject.yaml.model;

import org.jspecify.annotations.NullMarked;
