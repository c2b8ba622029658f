package io.chaoschapters.junit;

import io.chaoschapters.Chapter;
import java.util.Comparator;
import org.apiguardian.api.API;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Puts chapters in the order that they give; other test methods come last. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChapterOrderer implements MethodOrderer {
  @Override
  public void orderMethods(MethodOrdererContext context) {
    context.getMethodDescriptors().sort(Comparator.comparingInt(ChapterOrderer::order));
  }

  private static int order(MethodDescriptor method) {
    return method.findAnnotation(Chapter.class).map(Chapter::order).orElse(Integer.MAX_VALUE);
  }
}
