package io.chaoschapters.junit;

import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.text.RootLocale;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One chapter as its method declares it.
 *
 * @param method the chapter's method
 * @param chapter its annotation
 * @param experiment the name of the experiment that it injects, if any
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ChapterInfo(Method method, Chapter chapter, Optional<String> experiment) {

  static ChapterInfo of(Method method) {
    return new ChapterInfo(
        method,
        method.getAnnotation(Chapter.class),
        Optional.ofNullable(method.getAnnotation(Experiment.class)).map(Experiment::value));
  }

  /** Its folder name, such as {@code 03-counter-drift}, made from the method's name. */
  public String name() {
    return RootLocale.format("%02d-%s", chapter.order(), hyphenated(method.getName()));
  }

  static String hyphenated(String camelCase) {
    return camelCase
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9-]", "-");
  }
}
