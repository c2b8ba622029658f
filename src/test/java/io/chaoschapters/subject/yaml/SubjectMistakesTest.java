package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.chaoschapters.check.SubjectCheck;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mistake in a subject's file is told with what, where and what to do; nothing is started.
 */
class SubjectMistakesTest {

  @Test
  void fileWithoutAMistake_isRead() {
    assertThat(ShopFile.read(ShopFile.TEXT).components()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "title: | titel: | 2 | unknown key 'titel' at the top of the file; did you mean 'title'?",
        "subject: shop | subject: stall | 1 | the file is called 'shop' but says subject 'stall'; make both the same.",
        "till-{1..2}: | Till One: | 4 | 'Till One' cannot be a component's id; use 1 to 63 lower-case letters, digits and hyphens",
        "till-{1..2}: | till-{2..1}: | 4 | the range goes from the smaller to the larger number",
        "role: till | rôle: till | 5 | unknown key 'rôle' in 'till-{1..2}'",
        "java: io | java: gone.io | 6 | there is no class 'gone.io.chaoschapters.subject.yaml.Till' on the class path",
        "[\"{port.http}\" | [\"{port.htp}\" | 7 | '{port.htp}' stands for nothing here; did you mean 'port.http'?",
        "{till-1.port.http} | {till-7.port.http} | 7 | '{till-7.port.http}' stands for nothing here; did you mean 'till-1.port.http'?",
        "SHOP_NAME: \"{id}\" | SHOP_NAME: \"{name}\" | 8 | '{name}' stands for nothing here",
        "http/health | 'http/health/{nosuch}' | 11 | '{nosuch}' stands for nothing here",
        "metrics: http/metrics | metrics: http/{nosuch} | 12 | '{nosuch}' stands for nothing here",
        "role: till | version: [echo, '{nosuch}'] | 5 | '{nosuch}' stands for nothing here",
        "pointer: /queue, by | pointer: '/{nosuch}', by | 16 | '{nosuch}' stands for nothing here (known: folder, host, id, n,",
        "targets: | ^repair: [echo, '{nosuch}']\ntargets:^ | 33 | '{nosuch}' stands for nothing here",
        "files: {notes/ | files: {../ | 9 | '../hello.txt' is outside of the component's folder",
        "ports: [http] | ports: [8080] | 10 | '8080' is no name for a port; write a word in lower case",
        "role: till | selector: everything | 5 | 'everything' is no selector; write labels and their values",
        "role: till | selector: app=till | 10 | with a selector, say each port's number in the pod or container",
        "http/health | htp/health | 11 | 'http': there is no port 'htp'; did you mean 'http'? (known: http).",
        "degraded: 503 | degraded: bad | 11 | 'degraded': 'bad' is no status or exit code",
        "degraded: 503 | within: 1 sec | 11 | 'within': '1 sec' is not a duration",
        "degraded: 503 | within: 2s | 11 | 'within' is longer than an observation waits; it is at most 1800 ms.",
        "pointer: /queue, by | pointer: /queue, within: 2s, by | 16 | 'within' is longer than an observation waits",
        "metrics: http/metrics | metrics: web/metrics | 12 | 'metrics': there is no port 'web'",
        "orders: {http | my orders: {http | 14 | 'my orders' is not a name here; write lower case words joined by hyphens.",
        "pointer: /orders, unit | pointer: orders, unit | 14 | 'orders' is no JSON pointer; it begins with a slash",
        "unit: orders, scale: 100 | unit: s, scale: 10 MiB | 14 | '10 MiB' is in 'MiB', but its signal is in 's'; write 10 s",
        "scale: 100 | scal: 100 | 14 | unknown key 'scal' in 'orders'; did you mean 'scale'?",
        "count: serving | count: dead | 15 | 'dead' is not known here (known: serving, degraded, silent, refusing).",
        "count: serving | metric: x, count: serving | 15 | signal 'serving' has the keys metric and count; it needs one of them.",
        "count: serving, | label: x, | 15 | signal 'serving' needs one of the keys metric, promql, http, tcp, command, count, difference, class.",
        "pointer: /queue, by | match: '(', by | 16 | 'match': '(' is no regular expression",
        "metric: orders_total | metric: orders-total | 18 | 'metric': ",
        "metric: orders_total, rate: 5s | promql: sum(orders_total), rate: 5s | 18 | 'rate' does not go with 'promql'; say it in the text.",
        "pointer: /queue, by | pointer: /queue, over: 5s, by | 16 | 'over' goes with 'metric', and here is 'http'.",
        "count: serving | count: serving, rate: 5s | 15 | 'rate' goes with 'metric' or 'http' or 'tcp' or 'command', and here is 'count'.",
        "pointer: /queue, by | pointer: /queue, increase: 1s, by | 16 | 'increase' of answers is over at least 3 s, for they come once an observation.",
        "pointer: /queue, by | pointer: /queue, rate: 5s, increase: 5s, by | 16 | 'rate' and 'increase' do not go together.",
        "count: serving | count: serving, match: x | 15 | 'match' goes with 'http' or 'tcp' or 'command', and here is 'count'.",
        "rate: 5s, unit | rate: 5s, within: 1s, unit | 18 | 'within' goes with 'http' or 'tcp' or 'command', and here is 'metric'.",
        "rate: 5s, unit | rate: 5s, increase: 5s, unit | 18 | 'rate' and 'increase' do not go together.",
        "signal: serving | signal: servin | 20 | 'signal': there is no signal 'servin'; did you mean 'serving'? (known: orders, serving, queue, page, rate).",
        "at-least: 2 | at-least: two | 20 | 'two' is no number with a unit",
        "at-least: 2 | at-most: 1, at-least: 2 | 20 | 'at-least' is above 'at-most', so nothing is in bounds.",
        ", at-least: 2 | ^ ^ | 20 | invariant 'tills-serve' has no bound; give it 'at-most', 'at-least' or 'equals'.",
        "at-most: 3 | at-most: 3 MiB | 21 | '3 MiB' is in 'MiB', but its signal is a count, without a unit; write 3.",
        "at-most: 3 | at-most: 3, raise-after: 0 | 21 | 'raise-after' is 0; it must be a whole number from 1.",
        "synonyms: [closed till] | synonyms: [Till-Stalled] | 24 | the anomalies 'till down' and 'till stalled' are both called 'till stalled'",
        "rate: 20/s | rate: fast | 26 | 'rate' is 'fast'; it must be a rate per second such as 60/s.",
        "rate: 20/s | rate: 20/s, clients: 0 | 26 | 'clients' is '0'; it must be how many requests of a 'rate' may be under way at once, 1 to 100.",
        "rate: 20/s, | ^ ^ | 26 | load 'customers' needs a 'rate', such as 50/s",
        "method: POST | send: x | 26 | 'send' goes with 'tcp', and here is 'http'.",
        "method: POST | to: tills | 26 | 'to': there is no component 'tills'",
        "jam: | kill: | 28 | every component has a fault 'kill' already; rename it.",
        "inject: [touch, \"{till-1 | inject: [touch, \"{till-3 | 30 | '{till-3.folder}' stands for nothing here; did you mean 'till-1.folder'?",
        "undo: | undoo: | 31 | unknown key 'undoo' in 'jam'; did you mean 'undo'?",
        "of: till-1, | ^ ^ | 32 | 'of': say which component the witness asks.",
        "chief: | till-1: | 34 | the target 'till-1' is called like a component; give it another name.",
        "equals: 1 | equals: one | 34 | 'one' is no number with a unit",
      })
  void mistake_fileLineAndSentence(String part, String other, int line, String sentence) {
    String text = ShopFile.with(part, other.isBlank() ? "" : other);

    assertThatThrownBy(() -> ShopFile.read(text))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining(RootLocale.format("subjects/shop.yaml:%d: ", line))
        .hasMessageContaining(sentence);
  }

  @Test
  void form_doesNotHideMeaning() {
    assertThatThrownBy(
            () ->
                ShopFile.read(
                    ShopFile.with("title: ", "titel: ")
                        .replace("degraded: 503", "colour: red, degraded: bad")
                        .replace("count: serving", "count: dead")
                        .replace("at-most: 3", "at-most: 3 MiB")
                        .replace("undo:", "undoo:")
                        .replace("method: POST", "methd: POST, to: tills")))
        .hasMessage(
            """
            subjects/shop.yaml:2: unknown key 'titel' at the top of the file; did you mean 'title'?\
             (known: $schema, subject, title, compose, components, prometheus, signals, invariants,\
             glossary, loads, faults, targets, repair).
            subjects/shop.yaml:11: unknown key 'colour' in 'probe' (known: http, method, headers,\
             body, tcp, send, command, serving, degraded, silent, refusing, within, class).
            subjects/shop.yaml:11: 'degraded': 'bad' is no status or exit code; write a whole\
             number such as 200, or a list.
            subjects/shop.yaml:15: 'dead' is not known here (known: serving, degraded, silent,\
             refusing).
            subjects/shop.yaml:21: 'at-most': '3 MiB' is in 'MiB', but its signal is a count,\
             without a unit; write 3.
            subjects/shop.yaml:26: unknown key 'methd' in 'customers'; did you mean 'method'?\
             (known: http, method, headers, body, tcp, send, command, does, rate, clients, to,\
             acknowledged, within, class).
            subjects/shop.yaml:26: 'to': there is no component 'tills' (known: till-1,\
             till-2).
            subjects/shop.yaml:31: unknown key 'undoo' in 'jam'; did you mean 'undo'? (known: does,\
             target, inject, undo, witness, within, class).""");
  }

  /** What is said of the key itself is all: nothing else is wrong because of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "title: | titel:",
        "components: | parts:",
        "till-{1..2}: | Till One:",
        "ports: [http] | doors: [http]",
        "ports: [http] | ports: 7",
        "metrics: http/metrics | pages: http/metrics",
        "metrics: http/metrics | metrics: [http]",
        "java: io.chaoschapters.subject.yaml.Till | source: io.chaoschapters.subject.yaml.Till",
        "command: | arguments:",
        "signals: | numbers:",
        "orders: {http: http/state, pointer: /orders, unit: orders, scale: 100} | orders: 5",
        "serving: {count: serving, scale: 2} | serving: 5",
        "count: serving | number: serving",
        "count: serving | count: [serving]",
        "http: http/state, pointer: /queue | request: http/state, pointer: /queue",
        "scale: 100 | range: 100",
        "pointer: /queue | pointer: queue",
        "signal: serving | about: serving",
        "at-least: 2 | lower: 2",
        "at-least: 2 | at-least: [2]",
        "rate: 20/s | pace: 20/s",
        "witness: {http | proof: {http",
        "witness: {http: http/state, | witness: {request: http/state,",
        "of: till-1, | asked: till-1,",
        "inject: [touch, \"{till-1.folder}/jam\"] | inject: 7",
        "{metric: till_is_chief, equals: 1} | {gauge: till_is_chief, equals: 1}",
        "subject: shop | $name: shop",
      })
  void wrongKey_isNoOtherMistake(String part, String other) {
    assertThatThrownBy(() -> ShopFile.read(ShopFile.with(part, other)))
        .satisfies(
            thrown -> {
              String key = other.replaceFirst("^[{]", "").split("[:{]")[0];
              assertThat(thrown.getMessage().lines())
                  .allSatisfy(
                      line ->
                          assertThat(line)
                              .containsAnyOf(
                                  "unknown key", "is missing", "is not known here", key + "'"));
              assertThat(thrown.getMessage().lines().filter(line -> line.contains("is missing")))
                  .hasSizeLessThan(2);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{id}} | '{{id}}' writes the text {id}; write {id} for its value.",
        "{Id} | '{Id}' stays as it is; write {id} for its value.",
        "{{ id }} | '{{ id }}' stays as it is; write {id} for its value.",
        "{till_1.port.http} | '{till_1.port.http}' stays as it is; write {till-1.port.http} for its value.",
        "{{2}} | '{{2}}' stays as it is, for nothing is called '2' here",
      })
  void bracesThatCanBeMeantAsTheyAre_areDoubted(String written, String sentence) {
    assertThat(doubts(written))
        .singleElement(as(STRING))
        .startsWith("subjects/shop.yaml:9: ")
        .contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{.Names}}",
        "{{item}}",
        "{\"a\":{n}}",
        "${ID}",
        "{2}",
        "{Name}",
        "{{ 2 }}",
        "{{{id}}}"
      })
  void bracesOfOtherLanguages_areNot(String written) {
    assertThat(doubts(written)).isEmpty();
  }

  /** A search template of a server looks the same, so it is no error. */
  @Test
  void doubledBracesInACommand_areDoubted() {
    String text = ShopFile.with("[\"{port.http}\"", "[\"{{2}}\"");

    assertThat(SubjectCheck.of(new YamlSubject(ShopFile.read(text))).warnings())
        .singleElement(as(STRING))
        .contains("'{{2}}' stays as it is, for nothing is called '2' here (known: folder, host,")
        .contains("Write {2} for one pair of braces.");
  }

  private static List<String> doubts(String written) {
    String text = ShopFile.with("I am {id}, number {n}\"", written.replace("\"", "\\\"") + "\"");
    return SubjectCheck.of(new YamlSubject(ShopFile.read(text))).warnings();
  }

  @Test
  void commandFault_rejectsTargetsOnWhichItsCommandsMeanNothing() {
    String text =
        ShopFile.with("signals:\n", "  box: {command: [sleep, '9']}\nsignals:\n")
            .replace(
                "    inject: [touch, ",
                "    target: true\n    inject: [echo, \"{target.port.http}\", ")
            .replace("    undo: [rm, -f, ", "    undo: [rm, -f, \"{target.id}\", ");
    FaultType<?> jam = new YamlSubject(ShopFile.read(text)).faults().get(0);

    assertThat(jam.rejects(List.of("till-1"))).isEmpty();
    assertThat(jam.rejects(List.of("chief"))).isEmpty();
    assertThat(jam.rejects(List.of("box")))
        .hasValue(
            "'{target.port.http}' in its commands (subjects/shop.yaml:29) stands for nothing, for box has no port");
    assertThat(jam.rejects(List.of("till-1", "till-2")))
        .hasValue(
            "its commands (subjects/shop.yaml:29) are for one target at a time; write a fault for each");
  }

  @Test
  void faultWithoutUndo_isRefused() {
    String text = ShopFile.with("    undo: [rm, -f, \"{till-1.folder}/jam\"]\n", "");

    assertThatThrownBy(() -> ShopFile.read(text))
        .hasMessage("subjects/shop.yaml:28: key 'undo' is missing in fault 'jam'.");
  }

  @Test
  void addressThatIsNone_isRefused() {
    String text = ShopFile.with("components:\n", "prometheus: my server\ncomponents:\n");

    assertThatThrownBy(() -> ShopFile.read(text))
        .hasMessage(
            "subjects/shop.yaml:3: 'prometheus': 'my server' is not the address of a Prometheus; write one like http://127.0.0.1:9090.");
  }

  @Test
  void severalMistakes_areToldTogether() {
    String text = ShopFile.with("at-least: 2", "at-least: two").replace("rate: 20/s", "rate: fast");

    assertThatThrownBy(() -> ShopFile.read(text))
        .hasMessageContaining("shop.yaml:20: ")
        .hasMessageContaining("shop.yaml:26: ");
  }

  @Test
  void tabInTheFile_lineIsSaid() {
    assertThatThrownBy(() -> ShopFile.read(ShopFile.TEXT + "repair:\n\t- x\n"))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining(
            "subjects/shop.yaml:36: this is not YAML: found character '\\t(TAB)'");
  }

  @Test
  void bracketIsMissing_lineIsSaid() {
    assertThatThrownBy(() -> ShopFile.read(ShopFile.with("ports: [http]", "ports: [http")))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("subjects/shop.yaml:11: this is not YAML: expected ',' or ']'");
  }

  @Test
  void componentsThatWaitForEachOther_areRefused() {
    String other = "  box:\n    after: [till-1]\n    command: [sleep, '9']\nsignals:\n";
    String text =
        ShopFile.with("signals:\n", other).replace("    role: till\n", "    after: [box]\n");

    assertThatThrownBy(() -> ShopFile.read(text))
        .hasMessageContaining(
            "would have to start after itself ('after' or 'depends_on' goes round in a circle)");
  }

  @Test
  void portOfOneThatStartsLater_isRefused() {
    String other =
        "  box:\n    after: [till-1]\n    ports: [x]\n    command: [sleep, '9']\nsignals:\n";
    String text = ShopFile.with("signals:\n", other).replace("OTHER: \"{till-2", "OTHER: \"{box");

    assertThatThrownBy(() -> ShopFile.read(text.replace("{box.port.http}", "{box.port.x}")))
        .hasMessageContaining("'till-1' names '{box.port.x}', which starts after it");
  }
}
