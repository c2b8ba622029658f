/** The one way out to a model's server: bounded, called off at any time, and with its refusals. */
@NullMarked
package io.chaoschapters.diagnosis.llm.http;

import org.jspecify.annotations.NullMarked;
