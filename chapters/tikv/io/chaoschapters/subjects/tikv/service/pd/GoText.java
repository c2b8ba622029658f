package io.chaoschapters.subjects.tikv.service.pd;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as Go's libraries write them. */
final class GoText {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private GoText() {}

  /** Four significant digits and a binary unit. */
  static String size(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    String number = String.format(Locale.ROOT, value >= 1000 ? "%.0f" : "%.4g", value);
    return withoutZeros(number) + units[unit];
  }

  /** As RFC 3339 with as many digits as it needs. */
  static String time(Instant time) {
    String nanos =
        time.getNano() == 0
            ? ""
            : withoutZeros(String.format(Locale.ROOT, ".%09d", time.getNano()));
    return SECONDS.format(time) + nanos + "Z";
  }

  /** Such as {@code 2m1.794221437s}. */
  static String duration(Duration time) {
    StringBuilder text = new StringBuilder();
    if (time.toHours() > 0) {
      text.append(time.toHours()).append('h');
    }
    if (time.toMinutes() > 0) {
      text.append(time.toMinutesPart()).append('m');
    }
    String seconds =
        String.format(Locale.ROOT, "%d.%09d", time.toSecondsPart(), time.toNanosPart());
    return text.append(withoutZeros(seconds)).append('s').toString();
  }

  /** Without a fraction where there is none. */
  static Number number(double value) {
    return value == Math.rint(value) ? (Number) (long) value : (Number) value;
  }

  private static String withoutZeros(String number) {
    return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
  }
}
