package io.chaoschapters.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.chaoschapters.diagnosis.llm.http.ModelHttp;
import io.chaoschapters.http.TimedHttp;
import io.chaoschapters.waiting.DaemonThreads;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.Collection;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every thread is made by {@link DaemonThreads}, and nothing runs in the common pool: what a thread
 * finds through its context class loader must not depend on who made it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are imported once.
class ThreadRulesTest {
  private final JavaClasses classes = Built.productAndChapters();

  private static GivenClassesConjunction classesBut(Class<?>... allowed) {
    return noClasses().that(describe("are others", type -> isNone(type, allowed)));
  }

  private static boolean isNone(JavaClass type, Class<?>... allowed) {
    return Arrays.stream(allowed).noneMatch(type::isEquivalentTo)
        // The stand-in's programs are processes of their own.
        && !type.getPackageName().startsWith("io.chaoschapters.subjects.tikv.service");
  }

  private static DescribedPredicate<JavaAccess<?>> call(Class<?> owner, String names) {
    Pattern pattern = Pattern.compile(names);
    return describe(
        owner.getSimpleName() + "." + names,
        access ->
            assignableTo(owner).test(access.getTargetOwner())
                && pattern.matcher(access.getTarget().getName()).matches());
  }

  /** A call that has no such parameter. */
  private static DescribedPredicate<JavaAccess<?>> without(Class<?> parameter) {
    return describe(
        "without " + parameter.getSimpleName(),
        access ->
            access.getTarget() instanceof CodeUnitCallTarget target
                && target.getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(parameter)));
  }

  @Test
  void threads_areMadeInOnePlace() {
    classesBut(DaemonThreads.class)
        .should()
        .accessTargetWhere(call(Thread.class, "<init>|start(Virtual)?Thread|of(Virtual|Platform)"))
        .orShould()
        .beAssignableTo(Thread.class)
        .orShould()
        .accessTargetWhere(call(Timer.class, "<init>"))
        .check(classes);
  }

  @Test
  void executors_areGivenOurFactory() {
    classesBut()
        .should()
        .accessTargetWhere(call(Executors.class, "new.*").and(without(ThreadFactory.class)))
        .orShould()
        .accessTargetWhere(call(Executors.class, "defaultThreadFactory|.*[vV]irtual.*"))
        .orShould()
        .accessTargetWhere(
            call(ThreadPoolExecutor.class, "<init>").and(without(ThreadFactory.class)))
        .check(classes);
  }

  @Test
  void nothing_runsInTheCommonPool() {
    classesBut()
        .should()
        .accessTargetWhere(
            call(CompletionStage.class, ".*Async|delayedExecutor").and(without(Executor.class)))
        .orShould()
        .accessTargetWhere(call(ForkJoinPool.class, ".*"))
        .orShould()
        .accessTargetWhere(call(BaseStream.class, "parallel"))
        .orShould()
        .accessTargetWhere(call(Collection.class, "parallelStream"))
        .orShould()
        .accessTargetWhere(call(Arrays.class, "parallel.*"))
        .check(classes);
  }

  /** What follows such an exchange, or the end of a process, runs in the common pool by itself. */
  @Test
  void futuresOfTheJdk_areContinuedInThreadsOfOurs() {
    classesBut(TimedHttp.class, ModelHttp.class)
        .should()
        .accessTargetWhere(call(HttpClient.class, "sendAsync"))
        .check(classes);
    Pattern continued = Pattern.compile("\\.onExit\\(\\)(?!\\s*\\.\\w+Async\\()");
    assertThat(
            SourceFile.below(SourceFile.JAVA, ".java").stream()
                .filter(file -> continued.matcher(file.text()).find())
                .map(SourceFile::path))
        .isEmpty();
  }
}
