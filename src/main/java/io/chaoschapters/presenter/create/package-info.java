/** Makes a project for somebody's own system. */
@NullMarked
package io.chaoschapters.presenter.create;

import org.jspecify.annotations.NullMarked;
