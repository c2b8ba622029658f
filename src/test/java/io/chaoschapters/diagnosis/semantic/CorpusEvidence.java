package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Baseline;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.diagnosis.semantic.CorpusSystem.CorpusTerm;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes evidence as real systems give it: traces go missing, consequences and noise come with them.
 */
final class CorpusEvidence {
  private static final Pattern STATE = Pattern.compile("(.+?)(?::(\\w+))? (gone|hung|ill)");
  private static final Map<String, Health> HEALTH =
      Map.of("gone", Health.REFUSING, "hung", Health.SILENT, "ill", Health.DEGRADED);
  private static final List<String> PREFIXES =
      List.of("node", "n", "a", "srv", "host", "unit", "box");

  private final CorpusSystem system;
  private final Random random;
  private final String work;
  private final Map<String, ComponentStatus> steady = new LinkedHashMap<>();
  private final Map<String, ComponentStatus> now = new LinkedHashMap<>();
  private final Map<String, ViolationEvidence> violations = new LinkedHashMap<>();
  private final Set<String> signals = new LinkedHashSet<>();
  private final List<LogEvidence> log = new ArrayList<>();

  CorpusEvidence(CorpusSystem system, Random random) {
    this.system = system;
    this.random = random;
    this.work = pick(CorpusWording.WORK);
    components();
  }

  Evidence of(List<CorpusTerm> terms, boolean control, @Nullable CorpusTerm missing) {
    List<String> consequences =
        some(CorpusWording.CONSEQUENCES, 2).stream().map(this::fill).toList();
    terms.forEach(term -> traces(term, consequences));
    if (terms.isEmpty() && !control) {
      violate(consequences.get(0), true, null);
    }
    if (control) {
      quiet(consequences);
    } else {
      unrest(terms, consequences);
    }
    some(CorpusWording.SIGNALS, random.nextInt(4)).forEach(signal -> signals.add(fill(signal)));
    system.terms().stream()
        .filter(term -> !terms.contains(term) || chance(0.2))
        .flatMap(term -> term.traces('s').stream())
        .filter(signal -> !signals.contains(signal) && chance(0.6))
        .forEach(signal -> signals.add(chance(0.85) ? "=" + signal.substring(1) : signal));
    some(CorpusWording.LOG, pick(List.of(0, 0, 1, 2, 4, 6)))
        .forEach(line -> print(line, chance(0.5)));
    List<ViolationEvidence> shown = new ArrayList<>(violations.values());
    Collections.shuffle(shown, random);
    Collections.shuffle(log, random);
    log.sort(Comparator.comparing(LogEvidence::warning).reversed());
    return new Evidence(
        Instant.EPOCH.plusSeconds(20),
        List.copyOf(now.values()),
        shown,
        signals.stream().map(this::signal).toList(),
        log,
        new Baseline(Instant.EPOCH, List.copyOf(steady.values()), List.of()),
        glossary(missing));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> some(List<T> list, int count) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, count);
  }

  private String fill(String text) {
    return fill(text, pick(List.copyOf(system.roles().keySet())));
  }

  private String fill(String text, String role) {
    String all =
        system.roles().entrySet().stream()
            .map(r -> "the " + r.getKey() + (r.getValue() > 1 ? "s" : ""))
            .collect(Collectors.joining(", "));
    return text.replace("{w}", work)
        .replace("{W}", work.substring(0, 1).toUpperCase(Locale.ROOT) + work.substring(1))
        .replace("{n}", String.valueOf(pick(List.of(1, 2, 5))))
        .replace("{R}", role)
        .replace("{A}", all)
        .replace("{k}", String.valueOf(1 + random.nextInt(9)));
  }

  private void components() {
    int style = random.nextInt(3);
    boolean detailed = chance(0.5);
    system
        .roles()
        .forEach(
            (role, count) -> {
              for (int i = 1; i <= count; i++) {
                StringBuilder id = new StringBuilder(id(role, style));
                if (count > 1 || style > 0) {
                  id.append('-').append(i);
                }
                while (steady.containsKey(id.toString())) {
                  id.append((char) ('a' + random.nextInt(26)));
                }
                String detail = detailed && chance(0.6) ? fill(pick(CorpusWording.DETAILS)) : "";
                steady.put(
                    id.toString(), ComponentStatus.of(id.toString(), role, Health.SERVING, detail));
              }
            });
    now.putAll(steady);
  }

  private String id(String role, int style) {
    return switch (style) {
      case 0 -> role.replace(' ', '-');
      case 1 -> role.replaceAll("(\\w)\\w*\\s*", "$1");
      default -> pick(PREFIXES);
    };
  }

  private void traces(CorpusTerm term, List<String> consequences) {
    List<String> harmed = new ArrayList<>();
    term.traces('c').forEach(state -> harmed.addAll(harm(state)));
    term.traces('d').forEach(this::move);
    String only = harmed.size() == 1 ? harmed.get(0) : null;
    for (int i = 0; i < term.traces('v').size(); i++) {
      boolean hasState = !term.traces('c').isEmpty();
      if (hasState && chance(0.45)) {
        String role = harmed.isEmpty() ? null : role(harmed.get(0));
        String statement = pick(CorpusWording.ANSWERING);
        violate(
            role == null ? fill(statement) : fill(statement, role),
            true,
            chance(0.4) ? only : null);
      } else if (i == 0 && !hasState || chance(0.75)) {
        violate(term.traces('v').get(i), true, hasState && chance(0.3) ? only : null);
      }
    }
    term.traces('w').stream().filter(w -> chance(0.5)).forEach(w -> violate(w, true, null));
    term.traces('s').stream().filter(s -> chance(0.6)).forEach(signals::add);
    term.traces('l').stream().filter(l -> chance(0.6)).forEach(l -> print(l, true));
    term.traces('i').stream().filter(l -> chance(0.6)).forEach(l -> print(l, false));
    if (term.traces('v').isEmpty() && term.traces('c').isEmpty()) {
      violate(consequences.get(0), true, null);
    }
  }

  private String role(String id) {
    return Optional.ofNullable(now.get(id)).orElseThrow().role();
  }

  private List<String> harm(String text) {
    Matcher state = STATE.matcher(text);
    if (!state.matches()) {
      throw new IllegalArgumentException(system.name() + ": " + text);
    }
    String role = state.group(1);
    String how = state.group(2);
    Health health = HEALTH.getOrDefault(state.group(3), Health.UNKNOWN);
    List<String> members = new ArrayList<>();
    now.values().stream()
        .filter(c -> c.role().equals(role) && c.health() == Health.SERVING)
        .forEach(c -> members.add(c.id()));
    int all = Optional.ofNullable(system.roles().get(role)).orElseThrow();
    int count =
        how == null
            ? 1
            : switch (how) {
              case "most" -> all / 2 + 1;
              case "all" -> all;
              default -> Integer.parseInt(how);
            };
    Collections.shuffle(members, random);
    List<String> harmed = members.subList(0, Math.min(count, members.size()));
    for (String id : harmed) {
      String detail = pick(List.of("", detail(id), "not answered"));
      boolean silent = "most".equals(how) && health == Health.REFUSING && chance(0.35);
      now.put(id, ComponentStatus.of(id, role, silent ? Health.SILENT : health, detail));
    }
    return harmed;
  }

  private String detail(String id) {
    return Optional.ofNullable(steady.get(id)).orElseThrow().detail();
  }

  /** What one component was, another is now. */
  private void move(String text) {
    String role =
        system.roles().keySet().stream()
            .filter(r -> text.startsWith(r + " "))
            .max(Comparator.comparingInt(String::length))
            .orElseThrow();
    String what = text.substring(role.length() + 1);
    List<ComponentStatus> members =
        now.values().stream().filter(c -> c.role().equals(role)).toList();
    ComponentStatus from =
        members.stream()
            .filter(c -> c.health() != Health.SERVING)
            .findFirst()
            .orElse(members.get(0));
    members.stream()
        .filter(c -> c != from)
        .findFirst()
        .ifPresent(
            to -> {
              steady.put(from.id(), ComponentStatus.of(from.id(), role, Health.SERVING, what));
              now.put(from.id(), ComponentStatus.of(from.id(), role, from.health(), ""));
              now.put(to.id(), ComponentStatus.of(to.id(), role, to.health(), what));
            });
  }

  private void violate(String text, boolean active, @Nullable String component) {
    boolean high = text.startsWith(">");
    String statement = text.substring(1).strip();
    double measured = high ? 5 : 0;
    violations.putIfAbsent(
        statement,
        new ViolationEvidence(
            statement,
            "",
            component,
            active,
            measured,
            measured,
            high ? null : 1.0,
            high ? 1.0 : null,
            statement));
  }

  private void quiet(List<String> consequences) {
    if (chance(0.5)) {
      CorpusTerm term = pick(system.terms());
      term.traces('v').stream().limit(1).forEach(v -> violate(v, false, null));
      violate(consequences.get(0), false, null);
      term.traces('l').stream().limit(1).forEach(l -> print(l, true));
    }
  }

  private void unrest(List<CorpusTerm> terms, List<String> consequences) {
    for (String consequence : consequences) {
      if (chance(0.45)) {
        violate(consequence, chance(0.9), null);
      }
    }
    for (CorpusTerm term : system.terms()) {
      boolean idle = !terms.contains(term) && term.traces('c').isEmpty();
      if (idle && !term.traces('v').isEmpty() && chance(0.03)) {
        violate(term.traces('v').get(0), chance(0.5), null);
      }
    }
    now.replaceAll(
        (id, c) ->
            c.health() == Health.SERVING && chance(0.15)
                ? ComponentStatus.of(id, c.role(), c.health(), fill(pick(CorpusWording.DETAILS)))
                : c);
  }

  private void print(String text, boolean warning) {
    String level = warning && chance(0.5) ? "WARN " : "";
    log.add(new LogEvidence("x", level + text, 1, warning));
  }

  private SignalChange signal(String text) {
    String description = text.substring(1).strip();
    double before = pick(List.of(1.0, 3.0, 20.0, 100.0));
    double after =
        switch (text.charAt(0)) {
          case '+' -> before * pick(List.of(2.0, 5.0, 20.0));
          case '=' -> before;
          case '-' -> before * pick(List.of(0.1, 0.3, 0.6));
          default -> 0;
        };
    boolean fromZero = text.startsWith("+") && chance(0.4);
    return new SignalChange(
        description,
        description,
        description,
        "",
        Reading.of(fromZero ? 0 : before),
        Reading.of(after));
  }

  private Glossary glossary(@Nullable CorpusTerm missing) {
    boolean synonyms = chance(0.7);
    boolean tails = chance(0.6);
    List<Term> terms = new ArrayList<>();
    for (CorpusTerm term : system.terms()) {
      if (term != missing) {
        String tail = tails && chance(0.7) ? " " + fill(pick(CorpusWording.TAILS)) : "";
        terms.add(
            new Term(
                term.name(), term.definition() + tail, synonyms ? term.synonyms() : List.of()));
      }
    }
    return new Glossary(terms).shuffled(random.nextInt());
  }
}
