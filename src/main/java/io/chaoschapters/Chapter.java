package io.chaoschapters;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/**
 * Marks a test method of a {@link ChaosDemo} as a chapter of the show.
 *
 * <pre>{@code
 * @Chapter(order = 1, title = "Three brokers, one queue", setup = true, autoAdvance = true)
 * void meetTheCluster(QueueCluster queue) {
 *   assertThat(queue.components()).hasSize(3);
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface Chapter {
  /** Its place in the show; unique within the class, 1 or more. */
  int order();

  /** What the audience reads; not blank. It is never shown to a diagnoser. */
  String title();

  /** What the presenter tells; must fit the stage at 80 × 24. Never shown to a diagnoser. */
  String narration() default "";

  /** Speaker notes; not shown on the stage. */
  String notes() default "";

  /**
   * Whether it prepares what later chapters need. Set-up chapters are replayed when one later
   * chapter is run on its own, so they must be idempotent, and when one fails the rest is skipped.
   */
  boolean setup() default false;

  /** Whether a live show goes on by itself, after a countdown, instead of waiting for a key. */
  boolean autoAdvance() default false;
}
