package io.chaoschapters.runtime.kubernetes.guard;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a run orders its guard to do, as it stands in an annotation of the run's Lease, such as
 * {@code 7;3=30000;4=20000:one-life1/main/2/100m}.
 *
 * @param number each change has a higher one; the guard's answer is the number that it has obeyed
 * @param limits by the order's id
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Orders(long number, SortedMap<Long, Limit> limits) {
  /** The annotation. */
  public static final String ANNOTATION = "chaoschapters.io/orders";

  /** The name of the Lease, and of the guard's pod, program and account. */
  public static final String GUARD = "chaoschapters-guard";

  /** The ConfigMap in which the guard answers. */
  public static final String ANSWERS = "chaoschapters-guard-answers";

  /** The key of the answer there. */
  public static final String ANSWER = "answer";

  /** The label by which components are known. */
  public static final String COMPONENT = "chaoschapters.io/component";

  /** The label of what disturbs components that are not the run's own. */
  public static final String AGENT = "chaoschapters.io/agent";

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,18})((?:;\\d{1,18}=\\d{1,18}(?::[^;]+)?)*)");
  private static final Pattern LIMIT = Pattern.compile(";(\\d+)=(\\d+)(?::([^;]+))?");

  public Orders {
    limits = new TreeMap<>(limits);
  }

  /**
   * What has to be over in some time.
   *
   * @param millis the time
   * @param back what a container is given back then; null when everything has to be ended
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Limit(long millis, @Nullable CpuShare back) {
    @Override
    public String toString() {
      return back == null ? Long.toString(millis) : millis + ":" + back;
    }
  }

  /** None yet. */
  public static Orders none() {
    return new Orders(0, new TreeMap<>(Map.of()));
  }

  /**
   * Reads the annotation.
   *
   * @throws IllegalArgumentException when it is none of ours
   */
  public static Orders parse(String text) {
    Matcher whole = TEXT.matcher(text);
    if (!whole.matches()) {
      throw new IllegalArgumentException("'" + text + "' are no orders");
    }
    SortedMap<Long, Limit> limits = new TreeMap<>();
    Matcher each = LIMIT.matcher(whole.group(2));
    while (each.find()) {
      @Nullable String back = each.group(3);
      limits.put(
          Long.parseLong(each.group(1)),
          new Limit(Long.parseLong(each.group(2)), back == null ? null : CpuShare.parse(back)));
    }
    return new Orders(Long.parseLong(whole.group(1)), limits);
  }

  /** Returns a copy with one more limit. */
  public Orders with(long id, Limit limit) {
    SortedMap<Long, Limit> more = new TreeMap<>(limits);
    more.put(id, limit);
    return new Orders(number + 1, more);
  }

  /** Returns a copy without a limit. */
  public Orders without(long id) {
    SortedMap<Long, Limit> fewer = new TreeMap<>(limits);
    fewer.remove(id);
    return new Orders(number + 1, fewer);
  }

  @Override
  public String toString() {
    return number
        + limits.entrySet().stream()
            .map(limit -> ";" + limit.getKey() + "=" + limit.getValue())
            .collect(Collectors.joining());
  }
}
