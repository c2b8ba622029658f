package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSelectionTest {
  private static LogLine line(String component, String text) {
    return new LogLine(Instant.EPOCH, component, text);
  }

  @Test
  void linesThatDifferInNumbersOnly_areCountedAsOne() {
    assertThat(
            LogSelection.of(
                List.of(
                    line("a", "2026-11-23T10:00:00.123Z INFO handled 4 in 2.5 ms"),
                    line("a", "2026-11-23T10:00:01.456Z INFO handled 17 in 3 ms"),
                    line("b", "10:00:01.456 INFO handled 17 in 3 ms"))))
        .containsExactly(
            new LogEvidence("a", "INFO handled 4 in 2.5 ms", 2, false),
            new LogEvidence("b", "INFO handled 17 in 3 ms", 1, false));
  }

  /** Times and ids of other forms; each pair is the same line twice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          @4000000065f2a1c82b9d3a14 synced            ~ @4000000065f2a1c9000b11cc synced
          t=18bcfe568d3 synced                        ~ t=18bcfe5a7f1 synced
          0x1f synced                                 ~ 0xa00 synced
          1764511234123 synced                        ~ 1764511234.5 synced
          8e9e05c52164694d became leader at term 2    ~ fd422379fda50e48 became leader at term 3
          request 2c8e6c1a-9f0b-4a53-8c21-0a8d1f0e7b11 done ~ request DDAA01B7-3c55-4c0e-9d2b-aa00bb11cc22 done
          trace 01ARZ3NDEKTSV4RRFFQ69G5FAV done       ~ trace 01BX5ZZKBKACTAV9WEVGEMMVRY done
          took 1,234 ms                               ~ took 7 ms
          """)
  void timesAndIdsOfAnyForm_makeNoNewKindOfLine(String before, String now) {
    assertThat(LogSelection.since(List.of(line("a", before)), List.of(line("a", now)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          node facade added          ~ node decade added
          authentication failed      ~ authorization failed
          members 1,2,3              ~ members 1,2
          S3NoSuchBucketException    ~ S3AccessDeniedException
          节点3连接失败请检查网络连接状态并重新启动服务 ~ 节点3磁盘损坏请立即更换硬盘并且恢复所有的数据
          """)
  void words_areNoIds(String before, String now) {
    assertThat(LogSelection.since(List.of(line("a", before)), List.of(line("a", now)))).hasSize(1);
  }

  @Test
  void warnings_comeFirst() {
    assertThat(
            LogSelection.of(
                List.of(line("a", "started"), line("a", "ERROR boom"), line("b", "it failed"))))
        .extracting(LogEvidence::text)
        .containsExactly("ERROR boom", "it failed", "started");
  }

  @Test
  void lineOfTheSteadyState_isDropped() {
    assertThat(
            LogSelection.since(
                List.of(line("a", "WARN slow: 3 ms")),
                List.of(line("a", "WARN slow: 9 ms"), line("b", "WARN slow: 9 ms"))))
        .extracting(LogEvidence::component)
        .containsExactly("b");
  }

  @Test
  void manyAndLongLines_areBounded() {
    List<LogLine> many = new ArrayList<>();
    for (char c = 'a'; c <= 'z'; c++) {
      many.add(line("a", "line " + c));
      many.add(line("a", String.valueOf(c).repeat(1000)));
    }
    List<LogEvidence> chosen = LogSelection.of(many);
    assertThat(chosen).hasSize(LogSelection.MAX_LINES);
    assertThat(chosen).allMatch(l -> l.text().length() <= LogSelection.MAX_LENGTH);
  }

  /** As servers of several kinds write them; what comes after the time stays as it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          29466:X 30 Nov 2026 07:53:10.370 # +sdown master main  ~ # +sdown master main
          2026/11/30 07:53:10 [error] 12#12: refused             ~ [error] 12#12: refused
          [2026-11-30 07:53:10,123] WARN late                    ~ WARN late
          2026-11-30 07:53:10.370 UTC [88] LOG:  ready           ~ [88] LOG:  ready
          2026-11-30T07:53:10+01:00 started                      ~ started
          Nov 30 07:53:10 db-1 went away                         ~ db-1 went away
          Mon Nov  3 07:53:10 2026 down                          ~ down
          10.0.0.1 - - [30/Nov/2026:07:53:10 +0000] "GET / 502"  ~ 10.0.0.1 - - [30/Nov/2026:07:53:10 +0000] "GET / 502"
          12 of 40 refused                                       ~ 12 of 40 refused
          17:3 is the score                                      ~ 17:3 is the score
          """)
  void timeAtTheBeginning_isLeftOut(String printed, String shown) {
    assertThat(LogSelection.of(List.of(line("a", printed))))
        .extracting(LogEvidence::text)
        .containsExactly(shown);
  }

  /** A change of leader is told once, after each of many others has told that it connects again. */
  @Test
  void tooManyLines_leaveOutWhatOthersSayToo() {
    List<LogLine> log = new ArrayList<>();
    for (int component = 1; component <= 10; component++) {
      for (String text : List.of("lost it", "tries again", "waits", "asks")) {
        log.add(line("follower-" + component, text));
      }
    }
    log.add(line("watcher", "leader is now node-2"));

    List<LogEvidence> chosen = LogSelection.of(log);

    assertThat(chosen).hasSize(LogSelection.MAX_LINES);
    assertThat(chosen)
        .extracting(LogEvidence::text)
        .contains("lost it", "tries again", "waits", "asks", "leader is now node-2");
    assertThat(chosen).last().extracting(LogEvidence::component).isEqualTo("watcher");
    assertThat(LogSelection.first(List.of(), log, 5))
        .extracting(LogLine::text)
        .containsExactly("lost it", "tries again", "waits", "asks", "leader is now node-2");
  }

  @Test
  void blankLines_areDropped() {
    assertThat(LogSelection.of(List.of(line("a", "  "), line("a", "")))).isEmpty();
  }
}
