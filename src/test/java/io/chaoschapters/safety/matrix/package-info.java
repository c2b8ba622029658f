/** The kill matrix: ways out × faults × runtimes, each by a real process that really ends. */
package io.chaoschapters.safety.matrix;
