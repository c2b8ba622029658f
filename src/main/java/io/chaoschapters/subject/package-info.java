/** The SPI: what a system under test tells the framework about itself. */
@NullMarked
package io.chaoschapters.subject;

import org.jspecify.annotations.NullMarked;
