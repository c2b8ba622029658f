/** What is read from outside, read under random change: the fuzzers and what they have found. */
package io.chaoschapters.fuzz;
