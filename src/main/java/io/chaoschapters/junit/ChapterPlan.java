package io.chaoschapters.junit;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.check.ChapterWords;
import io.chaoschapters.check.SettingNames;
import io.chaoschapters.check.SubjectCheck;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.session.ForbiddenPhrasesBuilder;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The chapters of one class, in order, checked for mistakes that would spoil the show.
 *
 * @param type the chapter class
 * @param subject the id of its subject
 * @param chapters at least one, in order
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ChapterPlan(Class<?> type, String subject, List<ChapterInfo> chapters) {

  /**
   * Reads a class.
   *
   * @throws ExtensionConfigurationException naming class, method and the way out
   */
  public static ChapterPlan of(Class<?> type) {
    ChaosDemo demo =
        AnnotationSupport.findAnnotation(type, ChaosDemo.class)
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        RootLocale.format(
                            "%s has no @ChaosDemo. Annotate the class with @ChaosDemo(subject = …).",
                            type.getName())));
    refuseInjectWithoutChapter(type);
    refuseRepetition(type);
    List<ChapterInfo> chapters =
        AnnotationSupport.findAnnotatedMethods(type, Chapter.class, HierarchyTraversalMode.TOP_DOWN)
            .stream()
            .map(ChapterInfo::of)
            .sorted(Comparator.comparingInt(info -> info.chapter().order()))
            .toList();
    check(type, chapters);
    return new ChapterPlan(type, demo.subject(), chapters);
  }

  private static void refuseInjectWithoutChapter(Class<?> type) {
    AnnotationSupport.findAnnotatedMethods(type, Experiment.class, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .filter(method -> !method.isAnnotationPresent(Chapter.class))
        .findFirst()
        .ifPresent(
            method -> {
              throw mistake(
                  method, "has @Experiment but no @Chapter. Add @Chapter, or drop @Experiment.");
            });
  }

  /** Each chapter has one result, so that one performance of several would be the only one told. */
  private static void refuseRepetition(Class<?> type) {
    if (isTemplate(type)) {
      throw new ExtensionConfigurationException(
          RootLocale.format(
              "%s is run more than once, but a show is played once. Drop the annotation that repeats it, such as @ParameterizedClass.",
              type.getName()));
    }
    for (Method method :
        AnnotationSupport.findAnnotatedMethods(
            type, Chapter.class, HierarchyTraversalMode.TOP_DOWN)) {
      for (Annotation other : method.getAnnotations()) {
        Class<?> kind = other.annotationType();
        if (kind != Chapter.class
            && kind != Test.class
            && AnnotationSupport.isAnnotated(kind, Testable.class)) {
          throw mistake(
              method,
              RootLocale.format(
                  "has @%s beside @Chapter, but a chapter is performed once. Drop @%s, or move what it repeats to a test of its own.",
                  kind.getSimpleName(), kind.getSimpleName()));
        }
      }
    }
  }

  /** Classes are templates from JUnit 5.13 on; before that there is no such annotation. */
  private static boolean isTemplate(Class<?> type) {
    return ReflectionSupport.tryToLoadClass(
            "org.junit.jupiter.api.ClassTemplate", Test.class.getClassLoader())
        .toOptional()
        .filter(
            template -> AnnotationSupport.isAnnotated(type, template.asSubclass(Annotation.class)))
        .isPresent();
  }

  private static void check(Class<?> type, List<ChapterInfo> chapters) {
    if (chapters.isEmpty()) {
      throw new ExtensionConfigurationException(
          RootLocale.format(
              "%s has no chapter. Annotate at least one method with @Chapter.", type.getName()));
    }
    Map<Integer, Method> seen = new HashMap<>();
    for (ChapterInfo info : chapters) {
      int order = info.chapter().order();
      if (order < 1) {
        throw mistake(info.method(), "has order " + order + ". Chapters count from 1.");
      }
      Method other = seen.putIfAbsent(order, info.method());
      if (other != null) {
        throw mistake(
            info.method(),
            RootLocale.format(
                "has order %d, and so has %s. Give each chapter an order of its own.",
                order, other.getName()));
      }
      if (info.chapter().title().isBlank()) {
        throw mistake(info.method(), "has no title. Say what the audience will see.");
      }
      if (info.chapter().setup() && info.experiment().isPresent()) {
        throw mistake(
            info.method(),
            "is a set-up chapter with @Experiment. Set-up chapters are replayed, faults are not: drop one of the two.");
      }
    }
  }

  private static ExtensionConfigurationException mistake(Method method, String what) {
    return new ExtensionConfigurationException(
        RootLocale.format(
            "Chapter %s.%s %s", method.getDeclaringClass().getName(), method.getName(), what));
  }

  /** A chapter's place in the show, from 1. */
  public int number(ChapterInfo info) {
    return chapters.indexOf(info) + 1;
  }

  /** Whether a method is one of its chapters. */
  boolean holds(Method method) {
    return find(method).isPresent();
  }

  private Optional<ChapterInfo> find(Method method) {
    return chapters.stream().filter(info -> info.method().equals(method)).findFirst();
  }

  public ChapterInfo chapter(Method method) {
    return find(method)
        .orElseThrow(
            () ->
                mistake(
                    method,
                    "is a test but not a chapter. Annotate it with @Chapter instead of @Test."));
  }

  /**
   * Looks for everything that can be wrong before anything is started.
   *
   * @return the experiments of its chapters, by the chapter's name
   * @throws ExtensionConfigurationException with one sentence for each mistake
   */
  Map<String, io.chaoschapters.chaos.experiment.Experiment> check(Subject<?> of) {
    SettingNames.require();
    SubjectCheck.require(of);
    List<String> mistakes = new ArrayList<>();
    boolean hasExperiments = chapters.stream().anyMatch(info -> info.experiment().isPresent());
    Optional<ExperimentFile> file =
        hasExperiments ? Optional.of(ExperimentFile.load(of)) : ExperimentFile.ifRight(of);
    var found = experiments(file, mistakes);
    mistakes.addAll(mistakesOfCode(of, file));
    if (!mistakes.isEmpty()) {
      throw new ExtensionConfigurationException(String.join("\n", mistakes));
    }
    return found;
  }

  private Map<String, io.chaoschapters.chaos.experiment.Experiment> experiments(
      Optional<ExperimentFile> file, List<String> mistakes) {
    var found = new LinkedHashMap<String, io.chaoschapters.chaos.experiment.Experiment>();
    for (ChapterInfo info : chapters) {
      if (info.experiment().isPresent() && file.isPresent()) {
        try {
          found.put(info.name(), file.get().find(info.experiment().get()));
        } catch (InvalidExperimentException e) {
          mistakes.add(said(info, Failure.words(e)));
        }
      }
    }
    return found;
  }

  private String said(ChapterInfo info, String what) {
    return RootLocale.format("Chapter %s.%s: %s", type.getName(), info.method().getName(), what);
  }

  /**
   * What would fail once a chapter is performed, one sentence each: experiments, ids and terms that
   * the subject does not have, parameters that nothing gives, a glossary that repeats the chapter's
   * title.
   *
   * @param file the subject's experiments; empty when they cannot be read, which is reported where
   *     they are
   */
  public List<String> mistakes(Subject<?> of, Optional<ExperimentFile> file) {
    List<String> all = new ArrayList<>();
    experiments(file, all);
    all.addAll(mistakesOfCode(of, file));
    return all;
  }

  private List<String> mistakesOfCode(Subject<?> of, Optional<ExperimentFile> file) {
    List<String> all = new ArrayList<>();
    chapters.forEach(
        info -> Injection.refused(info.method(), of).forEach(what -> all.add(said(info, what))));
    chapters.stream()
        .<Class<?>>map(info -> info.method().getDeclaringClass())
        .distinct()
        .forEach(declaring -> all.addAll(ChapterWords.mistakes(declaring, of, file)));
    chapters.stream()
        .filter(info -> List.of(info.method().getParameterTypes()).contains(Diagnostician.class))
        .forEach(
            info ->
                new ForbiddenPhrasesBuilder(ChapterRun.phrases(this, info), of)
                    .inGlossary()
                    .forEach(
                        leak ->
                            all.add(
                                said(
                                    info,
                                    RootLocale.format(
                                        "a definition of the glossary of '%s' repeats %s, which would tell a diagnoser the answer. Reword the definition, or the chapter.",
                                        of.id(), leak)))));
    return all.stream().distinct().toList();
  }

  /**
   * What a chapter says otherwise than its experiment, one sentence each. Of experiments that
   * cannot be read nothing is said; {@link SubjectCheck} does.
   */
  public List<String> warnings(Subject<?> of, Optional<ExperimentFile> file) {
    Map<Class<?>, Map<String, io.chaoschapters.chaos.experiment.Experiment>> byClass =
        new LinkedHashMap<>();
    var found = experiments(file, new ArrayList<>()); // those that are not there are mistakes
    chapters.stream()
        .filter(info -> found.containsKey(info.name()))
        .forEach(
            info ->
                byClass
                    .computeIfAbsent(
                        info.method().getDeclaringClass(), ignored -> new LinkedHashMap<>())
                    .put(info.method().getName(), found.get(info.name())));
    return byClass.entrySet().stream()
        .flatMap(one -> ChapterWords.contradictions(one.getKey(), of, one.getValue()).stream())
        .toList();
  }
}
