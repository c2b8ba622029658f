package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.grading.Grade;
import io.chaoschapters.diagnosis.semantic.JudgedCases.Group;
import io.chaoschapters.diagnosis.semantic.JudgedCases.Judged;
import io.chaoschapters.diagnosis.semantic.MixtureTraining.Example;
import io.chaoschapters.diagnosis.semantic.WeightsTraining.Sample;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.diagnosis.semantic.symptom.Surges;
import io.chaoschapters.report.trials.Proportion;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints the tables of docs/diagnosis-semantic.md: method by system, and what the answers are.
 *
 * <p>What is trained is trained on the corpus, which holds no system of the table; where a method
 * learns from the systems of the table as well, the one that it is judged on is left out.
 */
final class MethodTable {
  private static final int STEPS = 80;
  private static final List<Double> BANDS = List.of(0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

  private final Laboratory laboratory = new Laboratory();
  private final List<Judged> cases = JudgedCases.all();
  private final Map<Judged, Features> features = new HashMap<>();
  private final List<Sample> corpus;
  private final WeightsTraining.Base base;
  private final Map<String, Weights> learnt = new HashMap<>();
  private final Map<String, SemanticDiagnoser> leftOut = new HashMap<>();

  private MethodTable() {
    cases.forEach(c -> features.put(c, laboratory.features(c.saved().evidence())));
    corpus = WeightsTraining.samples(laboratory);
    laboratory.keep();
    base = WeightsTraining.base(corpus, WeightsTraining.judged(laboratory));
    for (String family : cases.stream().map(Judged::family).collect(Collectors.toSet())) {
      Weights weights = WeightsTraining.learn(base, Set.of(family));
      learnt.put(family, weights);
      leftOut.put(
          family, new SemanticDiagnoser(laboratory.encoder(), Calibration.standard(), weights));
    }
  }

  public static void main(String[] args) {
    MethodTable table = new MethodTable();
    table.printMethods();
    table.printCorpus();
    table.printShapes();
    table.printAnswers();
    table.printSurges();
    table.printWrong();
  }

  private void printMethods() {
    List<String> systems = cases.stream().map(Judged::system).distinct().toList();
    System.out.println(
        "| method | "
            + Arrays.stream(Group.values()).map(Group::words).collect(Collectors.joining(" | "))
            + " | "
            + String.join(" | ", systems)
            + " |");
    System.out.println("| --- |" + " --- |".repeat(Group.values().length + systems.size()));
    methods()
        .forEach(
            (name, method) -> {
              Map<Judged, String> first = new HashMap<>();
              faults().forEach(c -> first.put(c, method.apply(c)));
              StringBuilder row = new StringBuilder("| " + name + " |");
              for (Group group : Group.values()) {
                Proportion share = share(first, c -> c.group() == group);
                row.append(" ").append(share.words()).append(" (").append(share.interval());
                row.append(") |");
              }
              systems.forEach(
                  s ->
                      row.append(" ")
                          .append(share(first, c -> c.system().equals(s)).words() + " |"));
              System.out.println(row);
            });
  }

  /** Systems of the corpus that the weights were not fitted to. */
  private void printCorpus() {
    List<Sample> some =
        corpus.stream().filter(s -> s.isFault() && s.features().symptoms() > 0).toList();
    long right =
        some.stream().filter(s -> isRight(s, Objects.requireNonNull(base.held().get(s)))).count();
    Proportion share = new Proportion((int) right, some.size());
    System.out.println(
        "\nRight term first in the corpus, fifths that are left out: "
            + share.words()
            + " ("
            + share.interval()
            + ")");
  }

  private static boolean isRight(Sample sample, Weights weights) {
    return sample
        .right()
        .contains(WeightsTraining.first(Mixture.of(sample.features(), weights).posterior()));
  }

  private void printShapes() {
    System.out.println(
        "\n| what became of components | cases left out, of all judged systems | the same, with them |\n| --- | --- | --- |");
    for (Shape shape : Shape.values()) {
      List<Sample> some =
          base.judged().stream()
              .filter(s -> s.shape() == shape && !s.right().isEmpty())
              .filter(s -> s.features().symptoms() > 0)
              .toList();
      Weights without = WeightsTraining.without(base, shape);
      Proportion share =
          new Proportion((int) some.stream().filter(s -> isRight(s, without)).count(), some.size());
      Proportion with =
          new Proportion(
              (int) some.stream().filter(s -> isRight(s, learntWithout(s.system()))).count(),
              some.size());
      System.out.println(
          "| "
              + shape.words()
              + " | "
              + share.words()
              + " ("
              + share.interval()
              + ") | "
              + with.words()
              + " |");
    }
  }

  private Weights learntWithout(String family) {
    return Optional.ofNullable(learnt.get(family)).orElseThrow();
  }

  private List<Judged> faults() {
    return cases.stream().filter(Judged::isFault).toList();
  }

  private Proportion share(Map<Judged, String> first, Predicate<Judged> of) {
    List<Judged> some = faults().stream().filter(of).toList();
    long right = some.stream().filter(c -> c.terms().contains(first.get(c))).count();
    return new Proportion((int) right, some.size());
  }

  private Map<String, Function<Judged, String>> methods() {
    Map<String, Function<Judged, String>> methods = new LinkedHashMap<>();
    List<SemanticMethod> earlier = SemanticMethod.all(laboratory.encoder());
    methods.put("whole evidence as one text", c -> first(earlier.get(1), c));
    methods.put("symptoms as one text", c -> first(earlier.get(4), c));
    methods.put("best symptom against whole text", c -> first(earlier.get(5), c));
    methods.put("version 3: mean over symptoms, shared part away", c -> first(earlier.get(9), c));
    methods.put("clause by clause, best match, mean over hard symptoms", this::byClauses);
    methods.put("rare words in common", this::byWords);
    methods.put("states against claims, nothing else", this::byFacts);
    Weights start = MixtureTraining.weights(MixtureTraining.start());
    methods.put("mixture, untrained", c -> first(c, features(c), start));
    methods.put("mixture, trained on the corpus, no likeness", trained(MethodTable::noLikeness));
    methods.put("mixture, trained on the corpus, no facts", trained(MethodTable::noFacts));
    methods.put("mixture, trained on the corpus, no shared words", trained(MethodTable::noWords));
    methods.put("mixture, trained on the corpus, whole text only", trained(MethodTable::oneWay));
    methods.put("mixture, trained on the corpus", trained(UnaryOperator.identity()));
    methods.put(
        "**chosen: the same, trained on the other systems of this table as well**",
        c -> first(c, features(c), learnt.getOrDefault(c.family(), start)));
    return methods;
  }

  private Features features(Judged c) {
    return features.computeIfAbsent(c, x -> laboratory.features(x.saved().evidence()));
  }

  private static String first(SemanticMethod method, Judged c) {
    List<RankedTerm> ranked = method.rank().apply(c.saved().evidence());
    return ranked.isEmpty() ? "" : ranked.get(0).term().name();
  }

  private String first(Judged c, Features numbers, Weights weights) {
    return numbers.symptoms() == 0
        ? ""
        : name(c, WeightsTraining.first(Mixture.of(numbers, weights).posterior()));
  }

  private String name(Judged c, int term) {
    return laboratory.names(c.saved().evidence()).get(term);
  }

  /** By the sum over the hard symptoms of one number of each term. */
  private String by(Judged c, BiFunction<Integer, Integer, Double> number) {
    Features numbers = features(c);
    double[] sums = new double[numbers.terms()];
    for (int s = 0; s < numbers.symptoms(); s++) {
      if (numbers.kinds().get(s).isSpecific()) {
        for (int t = 0; t < sums.length; t++) {
          sums[t] += number.apply(s, t);
        }
      }
    }
    return Arrays.stream(sums).allMatch(x -> x == sums[0])
        ? ""
        : name(c, WeightsTraining.first(sums));
  }

  private String byClauses(Judged c) {
    return by(
        c, (s, t) -> features(c).kinds().get(s).isHard() ? features(c).likeness()[4][s][t] : 0);
  }

  private String byWords(Judged c) {
    return by(c, (s, t) -> features(c).words()[s][t]);
  }

  private String byFacts(Judged c) {
    double[] signs = {2, -2, 0, 0.5, -0.5, 1, -1, -1, -1, 0};
    return by(
        c,
        (s, t) ->
            IntStream.range(0, Features.FACTS)
                .mapToDouble(f -> signs[f] * features(c).facts()[f][s][t])
                .sum());
  }

  private static Features with(
      Features f, double[][][] likeness, double[][][] facts, double[][] whole) {
    return new Features(
        f.kinds(), likeness, facts, whole, f.own(), f.cosine(), f.words(), f.plain());
  }

  private static double[][][] keep(double[][][] features, Predicate<Integer> kept) {
    double[][][] some = new double[features.length][][];
    for (int f = 0; f < some.length; f++) {
      double[][] feature = features[f];
      some[f] =
          kept.test(f)
              ? feature
              : Arrays.stream(feature).map(row -> new double[row.length]).toArray(double[][]::new);
    }
    return some;
  }

  private static Features noLikeness(Features f) {
    double[][] whole = {
      f.whole()[0],
      new double[f.terms()],
      new double[f.terms()],
      f.whole()[3],
      new double[f.terms()]
    };
    return with(f, keep(f.likeness(), i -> i == 5), f.facts(), whole);
  }

  private static Features noFacts(Features f) {
    double[][] whole = {
      new double[f.terms()], f.whole()[1], f.whole()[2], new double[f.terms()], f.whole()[4]
    };
    return with(f, f.likeness(), keep(f.facts(), i -> false), whole);
  }

  private static Features noWords(Features f) {
    return with(f, keep(f.likeness(), i -> i != 5), f.facts(), f.whole());
  }

  private static Features oneWay(Features f) {
    return with(f, keep(f.likeness(), i -> i == 3 || i == 5), f.facts(), f.whole());
  }

  private Function<Judged, String> trained(UnaryOperator<Features> of) {
    List<Example> examples = new ArrayList<>();
    for (Example example : corpusExamples()) {
      examples.add(new Example(of.apply(example.features()), example.right(), 1));
    }
    Weights weights =
        MixtureTraining.weights(MixtureTraining.fit(examples, STEPS, MixtureTraining.start()));
    return c -> first(c, of.apply(features(c)), weights);
  }

  private List<Example> corpusExamples() {
    return corpus.stream()
        .filter(s -> s.isFault() && s.features().symptoms() > 0)
        .map(s -> new Example(s.features(), s.right().get(0), 1))
        .toList();
  }

  /** Without the system that it is judged on. */
  private SemanticDiagnoser diagnoser(Judged c) {
    return Optional.ofNullable(leftOut.get(c.family())).orElseThrow();
  }

  private void printAnswers() {
    Map<Judged, Diagnosis> answers = new HashMap<>();
    cases.forEach(c -> answers.put(c, diagnoser(c).diagnose(c.saved().evidence(), text -> {})));
    System.out.println(
        "\n| answers | version | faults named | controls | no term named where none fits | wrong term named |\n"
            + "| --- | --- | --- | --- | --- | --- |");
    for (Group group : Group.values()) {
      row(group, "3", c -> earlier(c) ? "right" : "");
      row(group, "9", c -> c.saved().grader().apply(answers.get(c)).isRight() ? "right" : "");
      long wrong =
          answers.entrySet().stream()
              .filter(e -> e.getKey().group() == group && !e.getKey().isControl())
              .filter(e -> e.getValue().verdict() == Verdict.ANOMALY)
              .filter(e -> !e.getValue().terms().equals(List.of(Diagnosis.OTHER)))
              .filter(e -> !e.getKey().saved().grader().apply(e.getValue()).isRight())
              .count();
      List<Judged> lacking = cases.stream().filter(c -> c.group() == group && c.isFault()).toList();
      System.out.println(
          "no term named when the right ones are taken out of the glossary: "
              + lacking.stream().filter(c -> isNothingNamed(ask(c, c.withoutRight()))).count()
              + "/"
              + lacking.size());
      System.out.println("wrong or too many terms named by version 9: " + wrong);
    }
    System.out.println("\n| confidence of a named term | right |\n| --- | --- |");
    for (int b = 0; b < BANDS.size(); b++) {
      double low = BANDS.get(b);
      double high = b + 1 < BANDS.size() ? BANDS.get(b + 1) : 1.01;
      List<Judged> in =
          cases.stream()
              .filter(c -> answers.get(c).verdict() == Verdict.ANOMALY)
              .filter(c -> !answers.get(c).terms().equals(List.of(Diagnosis.OTHER)))
              .filter(c -> answers.get(c).confidence() >= low && answers.get(c).confidence() < high)
              .toList();
      long right =
          in.stream().filter(c -> c.saved().grader().apply(answers.get(c)).isRight()).count();
      Proportion share = new Proportion((int) right, in.size());
      System.out.println(
          RootLocale.format(
              "| %.2f to %.2f | %s (%s) |", low, high, share.words(), share.interval()));
    }
  }

  /** Systems in order, of which every rate is taken times 20, with a term more in the glossary. */
  private void printSurges() {
    List<Judged> controls = cases.stream().filter(Judged::isControl).toList();
    System.out.println(
        "\n| term that is added | systems in order, an anomaly | demand times 20, this term | another term |\n"
            + "| --- | --- | --- | --- |");
    for (Term term : SurgeCases.TERMS) {
      int alarms = 0;
      int surges = 0;
      int named = 0;
      int others = 0;
      for (Judged c : controls) {
        Evidence evidence = SurgeCases.with(c.saved().evidence(), term);
        Evidence surge = SurgeCases.withRates(evidence, 20);
        alarms += ask(c, evidence).verdict() == Verdict.NONE ? 0 : 1;
        if (!Surges.of(surge, Calibration.standard()).isEmpty()) {
          Diagnosis answer = ask(c, surge);
          surges++;
          named += answer.terms().equals(List.of(term.name())) ? 1 : 0;
          others +=
              answer.verdict() == Verdict.NONE || answer.terms().contains(term.name()) ? 0 : 1;
        }
      }
      System.out.println(
          RootLocale.format(
              "| %s: %s | %d of %d | %d of %d | %d |",
              term.name(), term.definition(), alarms, controls.size(), named, surges, others));
    }
  }

  private Diagnosis ask(Judged c, Evidence evidence) {
    return diagnoser(c).diagnose(evidence, text -> {});
  }

  private static boolean isNothingNamed(Diagnosis answer) {
    return answer.verdict() != Verdict.ANOMALY || answer.terms().equals(List.of(Diagnosis.OTHER));
  }

  private void row(Group group, String version, Function<Judged, String> answer) {
    StringBuilder row = new StringBuilder("| " + group.words() + " | " + version + " |");
    List<Predicate<Judged>> kinds =
        List.of(Judged::isFault, Judged::isControl, c -> !c.isFault() && !c.isControl());
    for (Predicate<Judged> kind : kinds) {
      List<Judged> some = cases.stream().filter(c -> c.group() == group && kind.test(c)).toList();
      long right = some.stream().filter(c -> answer.apply(c).equals("right")).count();
      Proportion share = new Proportion((int) right, some.size());
      row.append(" ").append(share.words()).append(" (").append(share.interval()).append(") |");
    }
    System.out.println(row);
  }

  /** What version 3 would answer, as far as it is graded. */
  private boolean earlier(Judged c) {
    Evidence evidence = c.saved().evidence();
    EarlierCalibration calibration = EarlierCalibration.standard();
    EarlierSymptoms symptoms = EarlierSymptoms.of(evidence, calibration);
    EarlierRanking ranking =
        EarlierRanking.of(
            symptoms.list(),
            EarlierTermVectors.of(evidence.glossary(), laboratory.encoder()),
            laboratory.encoder(),
            calibration);
    EarlierWeighing weighing = EarlierWeighing.of(symptoms, ranking, calibration);
    Verdict verdict = weighing.verdict(ranking.lead(), calibration.tie());
    boolean named = verdict == Verdict.ANOMALY && weighing.hasTerm();
    if (c.isFault()) {
      return named && c.terms().equals(List.of(ranking.terms().get(0).term().name()));
    }
    if (c.isControl()) {
      return verdict == Verdict.NONE;
    }
    return switch (c.saved().expected()) {
      case "other" -> verdict == Verdict.ANOMALY && !named;
      case "unsure" -> verdict == Verdict.UNSURE;
      default -> verdict != Verdict.NONE && !named;
    };
  }

  private void printWrong() {
    System.out.println("\nNot right:");
    cases.stream()
        .sorted(Comparator.comparing(Judged::system))
        .forEach(
            c -> {
              Diagnosis answer = diagnoser(c).diagnose(c.saved().evidence(), text -> {});
              Grade grade = c.saved().grader().apply(answer);
              if (!grade.isRight()) {
                System.out.println(
                    RootLocale.format(
                        "%s %s | %s | %s | first %s",
                        c.system(),
                        c.saved().name(),
                        grade.outcome(),
                        grade.reason(),
                        diagnoser(c).retrieve(c.saved().evidence()).terms().stream()
                            .limit(2)
                            .map(t -> RootLocale.format("%s %.2f", t.term().name(), t.score()))
                            .collect(Collectors.joining(", "))));
              }
            });
  }
}
