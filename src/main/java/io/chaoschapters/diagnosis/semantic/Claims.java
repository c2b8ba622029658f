package io.chaoschapters.diagnosis.semantic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a term says became of which components, so that a state can confirm or contradict it.
 *
 * <p>A claim counts whole when its clause names the role, less when it speaks of a process or of
 * "it", and hardly when it speaks of another role.
 */
final class Claims {
  /** A clause that begins with the claim goes on about the subject of the clause before. */
  private static final int LEADING = 10;

  private static final double OTHER_ROLE = 0.1;
  private static final double UNCLEAR = 0.3;
  private static final double ANYTHING = 0.8;
  private static final double NAMED = 0.8;

  private final TermText term;
  private final List<String> roles;
  private final Map<Claim, List<String>> parts = new EnumMap<>(Claim.class);

  Claims(TermText term, List<String> roles) {
    this.term = term;
    this.roles = roles;
    for (Claim claim : Claim.values()) {
      parts.put(claim, term.parts().stream().filter(claim::isIn).toList());
    }
  }

  /** How surely the term claims it of a role, from 0 to 1. */
  double of(String role, Claim claim) {
    double surest = 0;
    for (String part : parts(claim)) {
      surest = Math.max(surest, of(role, claim, part));
    }
    return surest;
  }

  private double of(String role, Claim claim, String part) {
    double own = Roles.named(role, part);
    double others = Roles.othersNamed(roles, role, part);
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
  boolean ofMost(String role) {
    return term.parts().stream().anyMatch(part -> isOfMost(role, part));
  }

  private boolean isOfMost(String role, String part) {
    boolean lost = Claim.GONE.isIn(part) || Claim.HUNG.isIn(part);
    boolean named = Roles.named(role, part) >= NAMED;
    return Claim.ofMost(part) && (lost || named || Claim.ofMajority(part))
        || Claim.ofAll(part) && lost && named;
  }

  boolean ofOne() {
    return term.parts().stream().anyMatch(Claim::ofOne);
  }

  double named(String role) {
    return Roles.named(role, term.all());
  }

  double othersNamed(String role) {
    return Roles.othersNamed(roles, role, term.all());
  }

  /** How surely the term is above all about the loss of a role that is not lost. */
  double unmet(List<String> unharmed) {
    double sum = 0;
    for (String role : unharmed) {
      double claim = Math.max(of(role, Claim.GONE), of(role, Claim.HUNG));
      boolean central =
          Roles.named(role, term.names().get(0)) >= NAMED
              || Roles.named(role, term.clauses().get(0)) >= NAMED;
      sum += claim >= NAMED && central ? claim : 0;
    }
    return sum;
  }

  /** What a state says for and against the term; {@link Features#FACTS} numbers. */
  double[] facts(RoleState state) {
    double gone = of(state.role(), Claim.GONE);
    double hung = of(state.role(), Claim.HUNG);
    double ill = of(state.role(), Claim.ILL);
    double confirmed = 0;
    double contradicted = 0;
    switch (state.health()) {
      case REFUSING -> {
        confirmed = gone * (hung > gone ? 1 - 0.6 * hung : 1);
        contradicted = gone < hung ? hung : 0;
      }
      case SILENT -> {
        confirmed = hung;
        contradicted = hung < 0.5 ? gone : 0;
      }
      case DEGRADED -> {
        confirmed = ill;
        contradicted = 0.5 * Math.max(gone, hung);
      }
      default -> {}
    }
    double about = Math.max(0.3, named(state.role()));
    boolean several = state.isLost() && state.all() > 1;
    boolean most = several && ofMost(state.role());
    boolean alive = state.health() == io.chaoschapters.subject.Health.REFUSING && gone == 0;
    List<Double> facts = new ArrayList<>();
    facts.add(confirmed * about);
    facts.add(contradicted * about);
    facts.add(Math.max(Math.max(gone, hung), ill) == 0 ? 1.0 : 0);
    facts.add(named(state.role()));
    facts.add(othersNamed(state.role()) > named(state.role()) ? 1.0 : 0);
    facts.add(most && state.isMostLost() ? 1.0 : 0);
    facts.add(most && !state.isMostLost() ? 1.0 : 0);
    facts.add(several && !most && state.isMostLost() && ofOne() ? 1.0 : 0);
    facts.add(alive ? of(state.role(), Claim.ALIVE) : 0);
    facts.add(Math.min(gone, hung));
    return facts.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
