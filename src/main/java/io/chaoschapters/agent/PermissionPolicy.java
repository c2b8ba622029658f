package io.chaoschapters.agent;

import io.chaoschapters.agent.tools.ToolDescription;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an agent may do: use the tools that it was given, and nothing else. */
final class PermissionPolicy {
  /** Kinds that no tool of ours is, whatever its title says. */
  private static final Set<String> FORBIDDEN =
      Set.of("execute", "edit", "delete", "move", "fetch", "switch_mode");

  private final Pattern ours;

  PermissionPolicy(List<ToolDescription> tools) {
    String names =
        tools.stream()
            .map(ToolDescription::name)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    // Such as "oncall_read_log", "mcp__oncall__read_log" or "read_log (oncall MCP Server): {…}".
    this.ours =
        Pattern.compile(
            "(?:mcp[_ .:/-]*)?(?:oncall[_ .:/-]*)?(?:"
                + names
                + ")(?:\\s*\\(oncall[^)]*\\))?(?:\\s*:?\\s*\\{.*})?",
            Pattern.DOTALL);
  }

  /**
   * Whether it may.
   *
   * @param choices what it offers to be answered: some name the tool there and nowhere else
   */
  boolean allows(String title, String kind, List<String> choices) {
    return !FORBIDDEN.contains(kind)
        && (isOurs(title)
            || choices.stream()
                .filter(choice -> choice.contains(": "))
                .anyMatch(choice -> isOurs(choice.substring(choice.lastIndexOf(": ") + 2))));
  }

  private boolean isOurs(String words) {
    return ours.matcher(words.strip().toLowerCase(Locale.ROOT)).matches();
  }
}
