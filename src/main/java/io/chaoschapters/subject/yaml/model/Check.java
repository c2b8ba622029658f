package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.subject.yaml.ask.Answer;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Question;
import io.chaoschapters.text.Shorten;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Something that is so or not.
 *
 * @param question asked to find out
 * @param of the component that is asked, or null when the question names whom it asks
 * @param codes statuses or exit codes with which it is so; empty for those that mean success
 * @param matches what has to be in the answer; null for anything
 * @param within how long the answer may take
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Check(
    Question question,
    @Nullable String of,
    List<Integer> codes,
    @Nullable Pattern matches,
    Duration within) {
  private static final int LONGEST = 120;

  /** Copies the codes. */
  public Check {
    codes = List.copyOf(codes);
  }

  /**
   * What came of it.
   *
   * @param answered whether there was an answer at all
   * @param holds whether it is so
   * @param words what was seen
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Result(boolean answered, boolean holds, String words) {}

  /** Finds out. */
  public Result look(Names names) {
    Answer answer = question.ask(names, within);
    return new Result(answer.isThere(), holds(answer), words(answer));
  }

  private boolean holds(Answer answer) {
    return answer.isThere()
        && (codes.isEmpty() ? isSuccess(answer.code()) : codes.contains(answer.code()))
        && (matches == null || matches.matcher(answer.text()).find());
  }

  /** An exit code of 0, or a status of the two hundreds. */
  private static boolean isSuccess(int code) {
    return code == 0 || code / 100 == 2;
  }

  /** The line that matches, else the first one. */
  private String words(Answer answer) {
    String text = answer.textWithKey();
    if (text.isBlank() && question instanceof CommandQuestion) {
      return "exit code " + answer.code();
    }
    Matcher matcher = matches == null ? null : matches.matcher(text);
    int from = matcher != null && matcher.find() ? text.lastIndexOf('\n', matcher.start()) + 1 : 0;
    String line =
        text.substring(from)
            .lines()
            .filter(one -> !one.isBlank())
            .findFirst()
            .orElse("nothing was answered");
    String brief = Shorten.to(LONGEST, line);
    return answer.code() == 0 ? brief.strip() : answer.code() + ": " + brief.strip();
  }
}
