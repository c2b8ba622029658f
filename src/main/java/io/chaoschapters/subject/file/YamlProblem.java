package io.chaoschapters.subject.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Why a text is not YAML, in the parser's own words.
 *
 * <p>Jackson gives the line of the last token that was read, and a message that begins with what
 * the parser was doing. The parser's own exception knows what is wrong, and where.
 *
 * @param line where it is wrong, from 1
 * @param words one clause
 */
record YamlProblem(int line, String words) {

  static YamlProblem of(JsonProcessingException failure, String text) {
    if (failure.getCause() instanceof MarkedYAMLException marked
        && marked.getProblemMark() != null) {
      return marked(marked, marked.getProblemMark(), text);
    }
    if (failure.getCause() instanceof ReaderException unreadable) {
      return character(unreadable, text);
    }
    int line = failure.getLocation() == null ? 1 : Math.max(1, failure.getLocation().getLineNr());
    return new YamlProblem(line, firstLine(failure.getOriginalMessage()));
  }

  private static YamlProblem marked(MarkedYAMLException failure, Mark problem, String text) {
    String words = firstLine(String.valueOf(failure.getProblem()));
    Mark context = failure.getContextMark();
    if (context == null || context.getLine() == problem.getLine()) {
      return new YamlProblem(line(problem), words);
    }
    String doing = words + ", " + failure.getContext() + " that begins ";
    return isBehindTheText(problem, text)
        ? new YamlProblem(line(context), doing + "here")
        : new YamlProblem(line(problem), doing + "in line " + line(context));
  }

  /** What is missing at the end was begun somewhere: there it is to be mended. */
  private static boolean isBehindTheText(Mark mark, String text) {
    return mark.getLine() >= text.stripTrailing().lines().count();
  }

  private static YamlProblem character(ReaderException failure, String text) {
    int end = text.offsetByCodePoints(0, failure.getPosition());
    int line = 1 + (int) text.substring(0, end).chars().filter(sign -> sign == '\n').count();
    String sign = "U+" + Integer.toHexString(0x10000 + failure.getCodePoint()).substring(1);
    return new YamlProblem(line, "the character " + sign + " may not be in it");
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static String firstLine(@Nullable String message) {
    String first = message == null ? "" : message.lines().findFirst().orElse("").strip();
    return first.isEmpty() ? "it cannot be read" : first.replaceAll("\\.$", "");
  }
}
