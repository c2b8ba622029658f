package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one member says of itself. */
record MemberReport(ComponentStatus status, Map<String, String> numbers, OptionalInt connections) {
  /** A client in the answer to "cons": an address, a port, and what it does. */
  private static final Pattern CLIENT = Pattern.compile("(?m)^\\s*/([0-9.]+):\\d+\\[");

  static MemberReport of(Component member) {
    try {
      String answer = FourLetters.ask(member, "mntr");
      boolean serves = FourLetters.isServing(answer);
      return new MemberReport(
          status(member, serves ? Health.SERVING : Health.DEGRADED),
          parse(answer),
          serves ? connections(member) : OptionalInt.empty());
    } catch (IOException e) {
      return new MemberReport(status(member, Health.after(e)), Map.of(), OptionalInt.empty());
    }
  }

  private static ComponentStatus status(Component member, Health health) {
    return ComponentStatus.of(member.id(), member.role(), health, "");
  }

  private static Map<String, String> parse(String answer) {
    Map<String, String> numbers = new HashMap<>();
    answer
        .lines()
        .map(line -> line.split("\t"))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> numbers.put(parts[0], parts[1]));
    return numbers;
  }

  /** How many connections the client host has that has most of them. */
  static OptionalInt connections(Component member) {
    try {
      Map<String, Integer> hosts = new HashMap<>();
      Matcher client = CLIENT.matcher(FourLetters.ask(member, "cons"));
      while (client.find()) {
        hosts.merge(client.group(1), 1, Integer::sum);
      }
      return hosts.values().stream().mapToInt(Integer::intValue).max();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  OptionalDouble number(String key) {
    String value = numbers.get(key);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
  }
}
