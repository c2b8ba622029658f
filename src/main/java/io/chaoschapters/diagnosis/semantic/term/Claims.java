package io.chaoschapters.diagnosis.semantic.term;

import io.chaoschapters.diagnosis.semantic.symptom.Harm;
import io.chaoschapters.diagnosis.semantic.symptom.RoleState;
import io.chaoschapters.diagnosis.semantic.words.Roles;
import io.chaoschapters.subject.Health;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * What a term says became of which components, so that a state can confirm or contradict it.
 *
 * <p>A claim counts whole when its clause names the role, less when it speaks of a process or of
 * "it", and hardly when it speaks of another role.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Claims {
  /** A clause that begins with the claim goes on about the subject of the clause before. */
  private static final int LEADING = 10;

  /** How many numbers a state gives. */
  public static final int FACTS = 10;

  private static final double OTHER_ROLE = 0.1;
  private static final double UNCLEAR = 0.3;
  private static final double ANYTHING = 0.8;
  private static final double NAMED = 0.8;

  /** A clause that leaves open how it was lost says less than one that tells. */
  private static final double LOST = 0.8;

  private final TermText term;
  private final List<String> roles;
  private final Roles words;
  private final String all;

  /** By role and text: stemming takes most of the time of an answer. */
  private final Map<String, Map<String, Double>> named = new ConcurrentHashMap<>();

  private final Map<Claim, List<String>> parts = new EnumMap<>(Claim.class);

  public Claims(TermText term, List<String> roles) {
    this.term = term;
    this.roles = roles;
    this.words = new Roles(roles);
    this.all = term.all();
    for (Claim claim : Claim.values()) {
      parts.put(claim, term.parts().stream().filter(part -> isClaimed(claim, part)).toList());
    }
  }

  /** What the others do says nothing of what it happened to, and who says something is there. */
  private static boolean isClaimed(Claim claim, String part) {
    return claim.isIn(part)
        && switch (claim) {
          case ALIVE -> !Claim.ofRest(part) && !Claim.ofNone(part);
          case GONE, LOST, HUNG -> !Claim.ofSaying(part);
          case ILL, CUT -> true;
        };
  }

  /** How surely the term claims it of a role, from 0 to 1. */
  public double of(String role, Claim claim) {
    double surest = 0;
    for (String part : parts(claim)) {
      surest = Math.max(surest, of(role, claim, part));
    }
    return surest;
  }

  private double of(String role, Claim claim, String part) {
    double own = named(role, part);
    double others = othersNamed(role, part);
    if (own >= NAMED && own >= others) {
      return 1;
    }
    if (others >= NAMED) {
      return OTHER_ROLE;
    }
    if (term.names().contains(part)) {
      return UNCLEAR;
    }
    return Claim.ofAnything(part) || claim.leads(part, LEADING) ? ANYTHING : UNCLEAR;
  }

  private List<String> parts(Claim claim) {
    return parts.getOrDefault(claim, List.of());
  }

  /** Whether the term says that more than half of a role is lost. */
  public boolean ofMost(String role) {
    return term.parts().stream().anyMatch(part -> isOfMost(role, part));
  }

  private boolean isOfMost(String role, String part) {
    boolean lost = Claim.ofLoss(part);
    boolean named = named(role, part) >= NAMED;
    return Claim.ofMost(part) && (lost || named || Claim.ofMajority(part))
        || Claim.ofAll(part) && lost && named && !saysOne(role);
  }

  /** Whether it says of one of a role that it is lost. */
  private boolean saysOne(String role) {
    return term.clauses().stream()
        .anyMatch(part -> Claim.ofOne(part) && named(role, part) >= NAMED && Claim.ofLoss(part));
  }

  public boolean ofOne() {
    return term.parts().stream().anyMatch(Claim::ofOne);
  }

  public double named(String role) {
    return named(role, all);
  }

  public double othersNamed(String role) {
    return othersNamed(role, all);
  }

  private double othersNamed(String role, String text) {
    return roles.stream()
        .filter(other -> !other.equals(role))
        .mapToDouble(other -> named(other, text))
        .max()
        .orElse(0);
  }

  private double named(String role, String text) {
    return named
        .computeIfAbsent(role, r -> new ConcurrentHashMap<>())
        .computeIfAbsent(text, t -> words.of(role, t));
  }

  /** How surely the term is above all about the loss of a role that is not lost. */
  public double unmet(Harm harm) {
    double sum = 0;
    for (String role : harm.there()) {
      double claim = Math.max(of(role, Claim.GONE), of(role, Claim.HUNG));
      if (!harm.harmed().contains(role)) {
        claim = Math.max(claim, of(role, Claim.LOST));
      }
      boolean central =
          named(role, term.names().get(0)) >= NAMED || named(role, term.clauses().get(0)) >= NAMED;
      sum += claim >= NAMED && central ? claim : 0;
    }
    return sum;
  }

  /** Whether a role that the term says is well is harmed: 1 or 0. That others serve says little. */
  public double refuted(Harm harm) {
    return harm.harmed().stream().anyMatch(role -> isRefuted(role, harm.lost().contains(role)))
        ? 1
        : 0;
  }

  /** One that answers that it is unwell runs all the same; it only is not well. */
  private boolean isRefuted(String role, boolean lost) {
    return parts(Claim.ALIVE).stream()
        .anyMatch(part -> named(role, part) >= NAMED && (lost || Claim.ofWell(part)));
  }

  /** What a state says for and against the term; {@link #FACTS} numbers. */
  public double[] facts(RoleState state) {
    double gone = of(state, Claim.GONE);
    double hung = of(state, Claim.HUNG);
    double ill = of(state, Claim.ILL);
    double lost = of(state, Claim.LOST);
    double cut = of(state, Claim.CUT);
    double confirmed = 0;
    double contradicted = 0;
    switch (state.health()) {
      case REFUSING -> {
        confirmed = Math.max(gone, LOST * lost) * (hung > gone ? 1 - 0.6 * hung : 1);
        contradicted = Math.max(gone, lost) < hung ? hung : Math.max(gone, lost) == 0 ? cut : 0;
      }
      case SILENT -> {
        confirmed = Math.max(hung, LOST * Math.max(lost, cut));
        contradicted = Math.max(hung, Math.max(lost, cut)) < 0.5 ? gone : 0;
      }
      case DEGRADED -> {
        confirmed = Math.max(ill, cut);
        // It answers, so it is neither gone nor silent.
        contradicted = confirmed > 0 ? 0 : Math.max(lost, Math.max(gone, hung));
      }
      case SERVING, UNKNOWN -> {}
    }
    double about = Math.max(0.3, named(state));
    boolean several = state.isLost() && state.all() > 1;
    boolean most = several && ofMost(state.role());
    boolean alive = state.health() == Health.REFUSING && gone == 0;
    List<Double> facts = new ArrayList<>();
    facts.add(confirmed * about);
    facts.add(contradicted * about);
    facts.add(Math.max(Math.max(gone, lost), Math.max(hung, Math.max(ill, cut))) == 0 ? 1.0 : 0);
    facts.add(named(state));
    facts.add(othersNamed(state.role()) > named(state) ? 1.0 : 0);
    facts.add(most && state.isMostLost() ? 1.0 : 0);
    facts.add(most && !state.isMostLost() ? 1.0 : 0);
    facts.add(several && !most && state.isMostLost() && ofOne() ? 1.0 : 0);
    facts.add(alive ? of(state.role(), Claim.ALIVE) : 0);
    facts.add(Math.min(gone, hung));
    return facts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Of the role, or of what the components in that state were among those of their role. */
  private double of(RoleState state, Claim claim) {
    double surest = of(state.role(), claim);
    for (String title : state.titles()) {
      for (String part : parts(claim)) {
        surest = Math.max(surest, Roles.named(title, part) >= NAMED ? 1 : 0);
      }
    }
    return surest;
  }

  private double named(RoleState state) {
    return state.titles().stream()
        .mapToDouble(title -> Roles.named(title, all))
        .reduce(named(state.role()), Math::max);
  }
}
