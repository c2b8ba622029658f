package example;

import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Reading;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the members say, put together. */
record EnsembleReport(List<MemberReport> members) {

  List<ComponentStatus> states() {
    return members.stream().map(MemberReport::status).toList();
  }

  Map<String, Reading> facts() {
    return Map.of(
        "followers", largest("zk_synced_followers", "there is no leader"),
        "outstanding", largest("zk_outstanding_requests", "no member serves"),
        "free-connections", freeConnections());
  }

  /** Of those that know the number; the leader alone knows its followers. */
  private Reading largest(String key, String otherwise) {
    OptionalDouble found =
        members.stream()
            .map(member -> member.number(key))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .max();
    return found.isPresent() ? Reading.of(found.getAsDouble()) : Reading.unknown(otherwise);
  }

  private Reading freeConnections() {
    return members.stream()
        .filter(member -> member.connections().isPresent())
        .map(member -> Members.MAX_CONNECTIONS - member.connections().getAsInt())
        .min(Integer::compare)
        .map(Reading::of)
        .orElse(Reading.unknown("no member serves"));
  }
}
