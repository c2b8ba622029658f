package io.chaoschapters.diagnosis.semantic.words;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Whether a text speaks of the components of a role.
 *
 * <p>What tells the roles of a system apart names one of them: of a <em>primary database</em> and a
 * <em>replica database</em>, "the replica" is one, and "the database" is either. Of a <em>sensor
 * gateway</em>, "the sensors are silent" speaks, and "the sensor page" does not.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Roles {
  private static final double ALL_WORDS = 1;
  private static final double OWN_WORDS = 0.9;
  private static final double LAST_WORD = 0.8;
  private static final double FIRST_WORD = 0.4;

  /** What something does that is named by one word only. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "\\b([a-z]+)(?=\\s+(?:is|are|was|were|has|have|had|does|do|did|can|cannot|no longer|never"
              + "|not|still|stops?|stopped|hangs?|hung|down|gone|dead|silent|lost|frozen|killed"
              + "|crash(?:es|ed)?|fail(?:s|ed|ure)?|outage|stall(?:s|ed)?|unavailable|unreachable"
              + "|answers?|runs?|loss)\\b)",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, List<String>> words = new LinkedHashMap<>();
  private final Map<String, Set<String>> own = new LinkedHashMap<>();

  /** Of one system. */
  public Roles(List<String> roles) {
    roles.forEach(role -> words.put(role, Words.stems(role)));
    for (String role : roles) {
      Set<String> mine = new HashSet<>(wordsOf(role));
      words.forEach(
          (other, theirs) -> {
            if (!other.equals(role)) {
              theirs.forEach(mine::remove);
            }
          });
      own.put(role, mine);
    }
  }

  /** From 0, not at all, to 1, by all words of what something is called. */
  public static double named(String title, String text) {
    return new Roles(List.of(title)).of(title, text);
  }

  /** From 0, not at all, to 1, by all words of its role. */
  public double of(String role, String text) {
    List<String> all = wordsOf(role);
    if (all.isEmpty()) {
      return 0;
    }
    Set<String> said = Words.distinctStems(text);
    if (said.containsAll(all)) {
      return ALL_WORDS;
    }
    Set<String> mine = own.getOrDefault(role, Set.of());
    if (!mine.isEmpty() && mine.size() < all.size() && said.containsAll(mine)) {
      return OWN_WORDS;
    }
    String last = all.get(all.size() - 1);
    if (said.contains(last)) {
      return mine.contains(last) || !saysAnother(role, said) ? LAST_WORD : FIRST_WORD;
    }
    String first = all.get(0);
    if (all.size() < 2 || !said.contains(first)) {
      return 0;
    }
    return mine.contains(first) && isSubject(first, text) ? LAST_WORD : FIRST_WORD;
  }

  /** Whether a text has such a word that belongs to no role that it names. */
  public boolean isOfOthers(Pattern any, String text) {
    return any.matcher(text)
        .results()
        .map(found -> Words.distinctStems(found.group()))
        .anyMatch(
            stems ->
                words.entrySet().stream()
                    .noneMatch(
                        role ->
                            of(role.getKey(), text) >= LAST_WORD
                                && role.getValue().containsAll(stems)));
  }

  private boolean saysAnother(String role, Set<String> said) {
    return own.entrySet().stream()
        .anyMatch(
            other ->
                !other.getKey().equals(role)
                    && !other.getValue().isEmpty()
                    && said.containsAll(other.getValue()));
  }

  /** Whether a word stands for the whole: it is what does something, not part of another noun. */
  private static boolean isSubject(String stem, String text) {
    return SUBJECT
        .matcher(text)
        .results()
        .anyMatch(found -> Words.distinctStems(found.group(1)).contains(stem));
  }

  private List<String> wordsOf(String role) {
    return words.getOrDefault(role, List.of());
  }
}
