/** The one place where clients of HTTP and sockets are made, so that no proxy comes in between. */
@NullMarked
package io.chaoschapters.http;

import org.jspecify.annotations.NullMarked;
