package io.chaoschapters.diagnosis.semantic.term;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** What a clause may claim of a component, in plain English that holds for any system. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Claim {
  /** It is not there any more. */
  GONE(
      "\\b(?:crash(?:ed|es)?|dead|died|dies|killed|terminated?|terminates|exited|"
          + "exits|(?<!slow )(?<!slows )down(?! by| to)|offline|"
          + "quit|powered off|"
          + "shut ?down|aborted|(?:is|are|was|were|be|been|switched|powered|turned) off|"
          + "went away)\\b|\\bfail(?:ure|ed)\\b(?! (?:to|its|requests?|calls?|jobs?|often|"
          + "transactions?|messages?|attempts?))|\\bstop(?:s|"
          + "ped)\\b(?!\\s+(?:(?:respon\\w*|answer\\w*|repl(?:y|ies|ied|ying)|react\\w*|"
          + "mov\\w*|say\\w*|serv\\w+|finish\\w*|progress\\w*|greet\\w*|come back|"
          + "return\\w*)|\\w+ing))|\\b(?:not|no longer|n't)\\s+(?:\\w+\\s+)?(?:run|runs|"
          + "running|there|listen\\w*|alive|exist\\w*)\\b|"
          + "\\brefus\\w* (?:all |every |any |its |new )?connections?|\\bnothing listens|"
          + Phrases.NONE
          + "(?:runs?|is running|are running|is up|are up|is left|are left)\\b|"
          + "\\b(?:has|have|had) (?:ended|left|dropped out)|"
          + "\\bprocess\\b[^.]{0,20}\\b(?:ended|no more)"),

  /** It cannot be used, whether it is gone or only silent. */
  LOST(
      "\\b(?:gone|vanished|disappeared|absent|missing|loss|outage|unavailable|unreachable|"
          + "out of service|inaccessible)\\b|\\blost\\b(?! (?:its|their|the|a|an|"
          + "contact|connections?|in|on|from|way|to)\\b)|\\b(?:not|no longer|n't)\\s+"
          + "(?:\\w+\\s+)?(?:available|reachable)\\b|"
          + Phrases.NONE
          + "(?:answers?|responds?|replies|reply|works?|serves?)\\b|\\bcan(?:not|'t) be "
          + "(?:reached|contacted)|\\bnot be reached"),

  /** It is there and does not react. */
  HUNG(
      "\\b(?:hang(?:s|ing)?|hung|fro(?:ze|zen)|freez(?:e|es|ing)|stall(?:s|ed|ing)?|"
          + "stuck|unresponsive|non-responsive|suspended|paused?|pauses|wedged|silent|"
          + "stands? still|lock(?:ed|s)? up|dead-?locked)\\b|\\b(?:not|n't|never|no longer|"
          + "nothing|stop(?:s|ped)?|cease[sd]?|neither|"
          + "without)\\s+(?:\\w+\\s+){0,2}?(?:respon\\w*|answer\\w*|repl(?:y|ies|ied|ying)|"
          + "react\\w*|mov\\w*|say\\w*|serv\\w+|finish\\w*|progress\\w*|greet\\w*|"
          + "come back|return\\w*)|\\b(?:serves|says|answers) (?:nothing|nobody|no one|none)\\b|"
          + "\\bno\\s+\\w+\\s+(?:ever\\s+)?(?:returns?|finish(?:es)?|completes?|comes? back)\\b|"
          + "\\b(?:accepts?|takes?|open)\\b[^.]{0,30}\\b(?:but|yet|"
          + "and)\\b[^.]{0,30}\\b(?:not|never|nothing)\\b"),

  /** It reacts and says that it is not well. */
  ILL(
      Phrases.SAYS
          + "|\\b(?:with|as) (?:status )?5\\d\\d\\b|\\bread-?only\\b|\\b(?:unhealthy|unwell|not well|degraded|impaired|sick|ill|partial(?:ly)?|"
          + "fails? (?:its|their|the) (?:health )?checks?|health checks?|not ready|"
          + "reports? (?:errors?|that|high)|with (?:an? )?errors?|internal errors?|"
          + "alarms?)\\b"),

  /** It runs, and cannot work as it has lost the others. */
  CUT(
      "\\b(?:isolat(?:ed?|es|ion)|cut[- ]off|partitioned|network partition|separated|"
          + "segregated|disconnected from)\\b|\\b(?:cannot|can't|can not|unable to|could not|"
          + "not|no longer)\\s+(?:\\w+\\s+)?(?:reach|see|talk to|contact|hear)\\b[^.]{0,30}"
          + Phrases.OTHERS
          + "|\\b(?:los[et]s?|no|without|out of)\\s+(?:its |the |all |any )?"
          + "(?:contact|touch|link|connection|sight)\\b[^.]{0,20}"
          + Phrases.OTHERS),

  /** It is there: what contradicts that it is gone. */
  ALIVE(
      "\\b(?:alive|is up|are up|is running|runs|run fine|still (?:runs?|running|up|"
          + "works?|answers?|responds?)|is healthy|are healthy|is fine|are fine|is well|"
          + "are well|is connected|keeps? running|(?<!the |its |their |of |no |any )works?\\b(?! of)|"
          + "serves? (?:reads|requests|clients|users|traffic|pages|queries|its|their|all|most)\\b|"
          + "process exists|answers? (?:queries|every|all|from|but|pings?))");

  /** Parts of several patterns. */
  private static final class Phrases {
    static final String SAYS =
        "(?<!not )(?<!n't )(?<!never )(?<!longer )(?<!nor )\\b(?:tells|says|reports|states|answers|"
            + "responds|replies|announces|admits|declares)\\b"
            + "(?! nothing| no one| nobody| to nothing)[^.]{0,40}"
            + "\\b(?:that|with|not|no|unable|itself)\\b";

    /** Of all of them at once. */
    static final String NONE = "\\b(?:no|none of the|neither|not one)\\s+(?:[a-z-]+\\s+){1,3}?";

    static final String OTHERS =
        "\\b(?:others?|each other|one another|rest|peers?|remaining|leader|majority|quorum|cluster)\\b";
  }

  private static final Pattern SAYING = any(Phrases.SAYS);
  private static final Pattern NONE =
      any(Phrases.NONE + "(?:runs?|is|are|works?|answers?|responds?|serves?)\\b");
  private static final Pattern WELL =
      any("\\b(?:healthy|fine|well|works?|nothing is (?:broken|wrong|amiss))\\b");
  private static final Pattern REST =
      any("\\b(?:others?|remaining|rest|survivors?|surviving|(?:is|are) left)\\b");
  private static final Pattern MAJORITY =
      any("\\b(?:majority|more than half|quorum|too many|most)\\b");
  private static final Pattern OUTRIGHT = any("majority|quorum|half");
  private static final Pattern WHOLE =
      any("\\b(?:all|both|no|none|every|several|too few|entire|whole|total)\\b");
  private static final Pattern ONE =
      any(
          "\\b(?:one (?:of|\\w+)|a single|single|the (?:other|others|rest|remaining)|"
              + "others|another|remaining|the second one|partner)\\b");
  private static final Pattern ANYTHING =
      any(
          "\\b(?:process(?:es)?|ports?|sockets?|machines?|hosts?|instances?|programs?|"
              + "components?|nothing|nobody|it|its|they|itself)\\b");

  private static final Pattern KEPT =
      any("\\b(?:still|keeps?|kept|remains?|is left|are left|goes on|go on)\\b");
  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final Pattern SHARE =
      any(
          "\\b(one|two|three|four|five|six|seven|eight|nine|\\d{1,3}) (?:out )?of (?:the |its |our )?"
              + "(one|two|three|four|five|six|seven|eight|nine|\\d{1,3})\\b");

  private final Pattern words;

  Claim(String words) {
    this.words = any(words);
  }

  private static Pattern any(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  public boolean isIn(String text) {
    return words.matcher(text).find();
  }

  /** Whether the clause begins with it, so that its subject stands in the clause before. */
  public boolean leads(String clause, int within) {
    Matcher matcher = words.matcher(clause);
    return matcher.find() && matcher.start() <= within;
  }

  /** Whether a clause tells what something says of itself; then it says so, and is not gone. */
  public static boolean ofSaying(String clause) {
    return SAYING.matcher(clause).find();
  }

  /** Whether a clause says of all that they do not. */
  public static boolean ofNone(String clause) {
    return NONE.matcher(clause).find();
  }

  /** Whether a clause says that something is in order, and not only that it is there. */
  public static boolean ofWell(String clause) {
    return WELL.matcher(clause).find();
  }

  /** Whether a clause speaks of those that nothing happened to. */
  public static boolean ofRest(String clause) {
    return REST.matcher(clause).find();
  }

  /** Whether a clause says that something cannot be used, in any way. */
  public static boolean ofLoss(String clause) {
    return GONE.isIn(clause) || HUNG.isIn(clause) || LOST.isIn(clause);
  }

  /** Whether a clause speaks of more than half, and not of those that are left. */
  public static boolean ofMost(String clause) {
    return !KEPT.matcher(clause).find()
        && (MAJORITY.matcher(clause).find() || isMostByNumber(clause));
  }

  /** Such as "two of the three". */
  public static boolean isMostByNumber(String clause) {
    Matcher matcher = SHARE.matcher(clause);
    return matcher.find() && 2 * number(matcher.group(1)) > number(matcher.group(2));
  }

  private static int number(String word) {
    int place = NUMBERS.indexOf(word.toLowerCase(Locale.ROOT));
    return place < 0 ? Integer.parseInt(word) : place + 1;
  }

  /** Whether the word alone says that too few are left. */
  public static boolean ofMajority(String clause) {
    return OUTRIGHT.matcher(clause).find();
  }

  /** Whether a clause speaks of all, or of none. */
  public static boolean ofAll(String clause) {
    return WHOLE.matcher(clause).find();
  }

  /** Whether a clause speaks of one among several. */
  public static boolean ofOne(String clause) {
    return ONE.matcher(clause).find();
  }

  /** Whether a clause speaks of a process, a machine or just of "it", whatever its role. */
  public static boolean ofAnything(String clause) {
    return ANYTHING.matcher(clause).find();
  }
}
