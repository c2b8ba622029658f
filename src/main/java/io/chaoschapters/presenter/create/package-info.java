/** Creates a project for a user's own system. */
@NullMarked
package io.chaoschapters.presenter.create;

import org.jspecify.annotations.NullMarked;
