package io.chaoschapters;

import io.chaoschapters.junit.ChaosDemoExtension;
import io.chaoschapters.junit.ChapterOrderer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks a class whose {@link Chapter} methods are a chaos demo of one subject.
 *
 * <p>The subject's cluster is started before the first chapter and shared by all classes of the
 * same subject. Chapters run one after the other, in the order that they give.
 *
 * <pre>{@code
 * @ChaosDemo(subject = "orders")
 * class OrdersChapters {
 *   @Chapter(order = 1, title = "A replica stops answering")
 *   @Experiment("replica-frozen")
 *   void replicaFrozen(Monitor monitor, Diagnostician ai) { ... }
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("chapter")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(ChapterOrderer.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("io.chaoschapters.stage")
@ExtendWith(ChaosDemoExtension.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface ChaosDemo {
  /** The id of the subject. */
  String subject();
}
