package io.chaoschapters;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Runs an experiment of {@code chaos/<subject>.yaml} around a {@link Chapter}: the method begins
 * when the fault was injected and witnessed, and everything is undone when it has ended, however it
 * ended.
 *
 * <pre>{@code
 * @Chapter(order = 4, title = "A node loses sight of the others")
 * @Experiment("counter-drift")
 * void countersDrift(Monitor monitor, Diagnostician ai) {
 *   monitor.awaitViolation("counts-agree");
 *   assertThat(ai.diagnose()).names("counter drift");
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface Experiment {
  /** Its name in the file; an unknown one is reported before anything starts. */
  String value();
}
