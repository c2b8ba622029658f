package io.chaoschapters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Runs an experiment of {@code chaos/<subject>.yaml} around a {@link Chapter}: the method begins
 * when the fault was injected and witnessed, and everything is undone when it has ended, however it
 * ended.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface Inject {
  /** The experiment's name. */
  String value();
}
