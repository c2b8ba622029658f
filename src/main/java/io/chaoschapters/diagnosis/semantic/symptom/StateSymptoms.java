package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.semantic.words.ComparedText;
import io.chaoschapters.diagnosis.semantic.words.Names;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Components that changed their state, together by role and state, and what they say differently.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StateSymptoms {
  private final Evidence evidence;
  private final Calibration calibration;
  private final Map<String, ComponentStatus> steady;
  private final Titles titles;

  private record Group(String role, Health health) {}

  private StateSymptoms(Evidence evidence, Calibration calibration) {
    this.evidence = evidence;
    this.titles = new Titles(evidence);
    this.calibration = calibration;
    this.steady =
        evidence.baseline().components().stream()
            .collect(Collectors.toMap(ComponentStatus::id, Function.identity(), (a, b) -> a));
  }

  public static List<Symptom> of(Evidence evidence, Calibration calibration) {
    StateSymptoms symptoms = new StateSymptoms(evidence, calibration);
    List<Symptom> found = new ArrayList<>(symptoms.states());
    found.addAll(symptoms.moves());
    found.addAll(symptoms.details());
    return found;
  }

  private List<Symptom> states() {
    Map<Group, List<ComponentStatus>> groups = new LinkedHashMap<>();
    for (ComponentStatus status : evidence.components()) {
      ComponentStatus before = steady.get(status.id());
      boolean changed = before == null || before.health() != status.health();
      if (changed && status.health() != Health.SERVING) {
        groups
            .computeIfAbsent(new Group(status.role(), status.health()), g -> new ArrayList<>())
            .add(status);
      }
    }
    Map<String, Integer> lost = new LinkedHashMap<>();
    groups.forEach(
        (group, members) -> {
          if (RoleState.isLost(group.health())) {
            lost.merge(group.role(), members.size(), Integer::sum);
          }
        });
    return groups.entrySet().stream().map(e -> state(e.getKey(), e.getValue(), lost)).toList();
  }

  private Symptom state(
      Group group, List<ComponentStatus> members, Map<String, Integer> lostByRole) {
    int lost = lostByRole.getOrDefault(group.role(), 0);
    int all =
        (int) evidence.components().stream().filter(c -> c.role().equals(group.role())).count();
    RoleState state =
        new RoleState(
            group.role(), group.health(), members.size(), all, lost, titles.before(members));
    String key =
        (state.isMost() ? "symptom.most." : "symptom.one.")
            + group.health().name().toLowerCase(Locale.ROOT);
    String sentence = RootLocale.format(ComparedText.get(key), group.role());
    // Who is left without others says that it is unwell: that follows from their being lost.
    boolean follows =
        !state.isLost()
            && (lost > 0
                || group.health() == Health.DEGRADED
                    && !lostByRole.isEmpty()
                    && !cameBeforeLoss(members));
    return new Symptom(
        follows ? SymptomKind.COVERED : SymptomKind.STATE,
        sentence,
        sentence,
        group.health() == Health.UNKNOWN ? 0 : calibration.component(),
        1,
        members.size() == 1 ? members.get(0).id() : null,
        Citation.of(
            members.stream().map(ComponentStatus::id).collect(Collectors.joining(", ")),
            members.get(0).words()),
        state);
  }

  /** What came first does not follow from what came later. */
  private boolean cameBeforeLoss(List<ComponentStatus> members) {
    List<ComponentStatus> lost =
        evidence.components().stream().filter(c -> RoleState.isLost(c.health())).toList();
    return StateCourse.seconds(evidence, members) < StateCourse.seconds(evidence, lost);
  }

  private List<Symptom> moves() {
    List<Symptom> found = new ArrayList<>();
    for (Titles.Moved moved : titles.moved()) {
      String key = moved.to().isEmpty() ? "symptom.title.nobody" : "symptom.title.moved";
      String sentence = RootLocale.format(ComparedText.get(key), moved.title(), moved.role());
      found.add(
          Symptom.of(
              SymptomKind.MOVED,
              sentence,
              moved.title(),
              0,
              null,
              Citation.of(
                  String.join(", ", moved.to().isEmpty() ? moved.from() : moved.to()),
                  moved.title())));
    }
    return found;
  }

  private List<Symptom> details() {
    Names names = Names.of(evidence);
    List<Symptom> found = new ArrayList<>();
    for (ComponentStatus status : evidence.components()) {
      ComponentStatus before = steady.get(status.id());
      if (before == null || status.detail().isBlank()) {
        continue;
      }
      String now = names.asIt(status.detail());
      if (!now.equals(names.asIt(before.detail()))) {
        found.add(
            Symptom.of(
                SymptomKind.DETAIL,
                now,
                now,
                0,
                status.id(),
                Citation.of(status.id(), status.detail())));
      }
    }
    return found;
  }
}
