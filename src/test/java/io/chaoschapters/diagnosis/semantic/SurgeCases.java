package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SignalChange;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Term;
import java.util.ArrayList;
import java.util.List;

/** Evidence in which demand rises, and terms that may be about that. */
final class SurgeCases {
  /** The first five are of the judged systems and of the corpus. */
  static final List<Term> TERMS =
      List.of(
          Term.of(
              "traffic spike",
              "Symptoms: many more requests than planned; response times of all services rise"
                  + " together and connections pile up at the gateway. Cause: a campaign, or a"
                  + " bot."),
          Term.of(
              "rush",
              "Ten times as many visitors as usual come at once. Everything works as it should,"
                  + " only slower."),
          Term.of(
              "query flood",
              "Many times the usual queries. Resolvers at full CPU, everything slow, drops."),
          Term.of("spam wave", "Far more mail comes in than usual."),
          Term.of(
              "overload",
              "More requests come in than the servers can serve. Response times grow on all of"
                  + " them."),
          Term.of("traffic surge", "Far more requests come in than usual."),
          Term.of(
              "demand surge", "Demand is many times what is normal, and the system still copes."),
          Term.of("unusual load", "Clients ask for much more than they normally do."),
          Term.of("flash crowd", "A crowd of users arrives all at once."));

  private SurgeCases() {}

  /** Every rate is so many times what it was at the steady state. */
  static Evidence withRates(Evidence e, double factor) {
    List<SignalChange> signals =
        e.signals().stream().map(s -> s.unit().contains("/") ? times(s, factor) : s).toList();
    return with(e, signals, e.glossary());
  }

  private static SignalChange times(SignalChange s, double factor) {
    Double before = s.before().value();
    return before == null
        ? s
        : new SignalChange(
            s.id(), s.label(), s.description(), s.unit(), s.before(), Reading.of(factor * before));
  }

  /** With a term more. */
  static Evidence with(Evidence e, Term term) {
    List<Term> terms = new ArrayList<>(e.glossary().terms());
    if (e.glossary().find(term.name()).isEmpty()) {
      terms.add(term);
    }
    return with(e, e.signals(), new Glossary(terms));
  }

  static Evidence with(Evidence e, List<SignalChange> signals, Glossary glossary) {
    return new Evidence(
        e.takenAt(),
        e.components(),
        e.violations(),
        signals,
        e.log(),
        e.course(),
        e.baseline(),
        glossary);
  }
}
