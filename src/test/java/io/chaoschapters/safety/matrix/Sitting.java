package io.chaoschapters.safety.matrix;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunState;
import io.chaoschapters.safety.victims.VictimMain;
import io.chaoschapters.text.RootLocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Many tries on one cluster, for ways out that the JVM survives. */
final class Sitting {
  private static final Duration END_TAKES = Duration.ofSeconds(60);

  private static final int MISSES = 3;

  private final Workshop shop;
  private final Results results;

  Sitting(Workshop shop, Results results) {
    this.shop = shop;
    this.results = results;
  }

  private record Played(Cell cell, List<String> problems, double seconds) {}

  /** Plays the cells in turn; all belong to one class of chapters and one runtime. */
  void play(List<Cell> cells) {
    for (int i = 1; i < MISSES; i++) {
      if (play(cells, false)) {
        return;
      }
      System.out.printf(
          Locale.ROOT, "%d ways that a JVM survives missed: no cluster%n", cells.size());
    }
    play(cells, true);
  }

  /** Returns false when the cluster did not even start, and that is not to be a bad try. */
  private boolean play(List<Cell> cells, boolean counts) {
    List<Played> played = new ArrayList<>();
    List<String> afterwards = new ArrayList<>();
    try {
      Path folder = shop.folder("in-process");
      VictimAgent.write(folder, cells.get(0));
      play(cells, folder, played, afterwards);
      if (afterwards.isEmpty() && played.stream().allMatch(p -> p.problems().isEmpty())) {
        Workshop.remove(folder);
      }
    } catch (Exception e) {
      if (played.isEmpty() && !counts) {
        return false;
      }
      afterwards.add("the sitting was broken off: " + e);
    }
    // Who has left what is found in the end cannot be told apart.
    for (Played one : played) {
      List<String> problems = new ArrayList<>(one.problems());
      problems.addAll(afterwards);
      results.add(one.cell(), problems, one.seconds());
    }
    for (Cell cell : cells.subList(played.size(), cells.size())) {
      results.add(cell, afterwards, 0);
    }
    return true;
  }

  private void play(List<Cell> cells, Path folder, List<Played> played, List<String> afterwards)
      throws Exception {
    Cell first = cells.get(0);
    List<String> command = new ArrayList<>(shop.java(folder, first, VictimMain.class.getName()));
    command.add(first.fault().chapters().getName());
    cells.forEach(cell -> command.add(cell.fault().method() + ":" + cell.way().mischief()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
    builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
    Process victim = builder.start();
    try (BufferedReader said =
            new BufferedReader(
                new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
        OutputStream go = victim.getOutputStream()) {
      RunFiles files = RunFiles.latest(Workshop.output(folder, first), first.fault().subject());
      Traces traces = null;
      int processes = 0;
      for (Cell cell : cells) {
        long begun = System.nanoTime();
        awaitPlayed(said, folder);
        List<Owned> owned = Owned.by(files.owner());
        if (traces == null) {
          processes = owned.size();
          traces = new Traces(cell.runtime(), folder, files.owner(), victim.toHandle());
        }
        List<String> problems = problems(cell, files, owned, processes);
        played.add(new Played(cell, problems, (System.nanoTime() - begun) / 1e9));
        go.write('\n');
        go.flush();
      }
      if (!victim.waitFor(END_TAKES.toSeconds(), TimeUnit.SECONDS)) {
        afterwards.add("the victim does not end");
      } else if (traces != null) {
        afterwards.addAll(traces.left());
        if (files.summary().state() != RunState.ENDED) {
          afterwards.add("the summary says " + files.summary().state());
        }
      }
    } finally {
      victim.destroyForcibly();
    }
  }

  private static void awaitPlayed(BufferedReader said, Path folder) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Files.writeString(folder.resolve("output"), line + "\n", CREATE, APPEND);
      if (line.startsWith(VictimMain.PLAYED)) {
        return;
      }
    }
    throw new IOException("the victim ended by itself");
  }

  private static List<String> problems(Cell cell, RunFiles files, List<Owned> owned, int processes)
      throws Exception {
    List<String> problems = new ArrayList<>();
    List<ChapterResult> chapters = files.summary().chapters();
    ChapterResult last = chapters.get(chapters.size() - 1);
    if (last.verdict() != cell.way().verdict()) {
      problems.add("the chapter is " + last.verdict() + ": " + last.reason());
    }
    if (last.recovery() != RecoveryOutcome.RECOVERED) {
      problems.add("its recovery is " + last.recovery());
    }
    owned.stream().filter(Owned::isFrozen).forEach(frozen -> problems.add("frozen: " + frozen));
    if (owned.size() != processes) {
      problems.add(
          RootLocale.format("%d processes instead of %d: %s", owned.size(), processes, owned));
    }
    if (cell.runtime().equals("docker") && !Containers.paused(files.owner()).isEmpty()) {
      problems.add("paused: " + Containers.paused(files.owner()));
    }
    if (!files.pending().isEmpty()) {
      problems.add("still to be undone: " + files.pending());
    }
    if (files.journal().unreadableLines() > 0) {
      problems.add("the journal has unreadable lines");
    }
    return problems;
  }
}
