package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.subject.Reading;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apiguardian.api.API;

/** One number of several components. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Reduction {
  /** All added up; unknown when one of them is. */
  SUM,
  /** The largest of those that are known. */
  MAX,
  /** The smallest of those that are known. */
  MIN;

  /** Makes one of them all. */
  public Reading of(List<Reading> all) {
    List<Reading> known = all.stream().filter(Reading::isKnown).toList();
    boolean missing = known.isEmpty() || (this == SUM && known.size() < all.size());
    if (missing) {
      return all.stream()
          .filter(reading -> !reading.isKnown())
          .findFirst()
          .orElse(Reading.unknown("there is no component to ask"));
    }
    DoubleStream numbers = known.stream().mapToDouble(reading -> reading.asDouble().orElseThrow());
    return Reading.of(
        switch (this) {
          case SUM -> numbers.sum();
          case MAX -> numbers.max().orElseThrow();
          case MIN -> numbers.min().orElseThrow();
        });
  }
}
