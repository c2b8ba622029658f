package io.chaoschapters.safety.matrix;

import io.chaoschapters.report.ChapterResult;
import io.chaoschapters.safety.victims.VictimMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many tries on one cluster, for ways out that the JVM survives. */
final class Sitting {
  private final Workshop shop;
  private final Results results;

  Sitting(Workshop shop, Results results) {
    this.shop = shop;
    this.results = results;
  }

  /** Plays the cells in turn; all belong to one class of chapters and one runtime. */
  void play(List<Cell> cells) {
    int played = 0;
    try {
      Path folder = shop.folder("in-process");
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
        int processes = 0;
        for (Cell cell : cells) {
          long begun = System.nanoTime();
          awaitPlayed(said);
          List<Owned> owned = Owned.by(files.owner());
          processes = processes == 0 ? owned.size() : processes;
          results.add(
              cell, problems(cell, files, owned, processes), (System.nanoTime() - begun) / 1e9);
          played++;
          go.write('\n');
          go.flush();
        }
      } finally {
        victim.destroyForcibly();
      }
    } catch (Exception e) {
      for (Cell cell : cells.subList(played, cells.size())) {
        results.add(cell, List.of("not played: " + e), 0);
      }
    }
  }

  private static void awaitPlayed(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
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
    if (!"RECOVERED".equals(last.recovery())) {
      problems.add("its recovery is " + last.recovery());
    }
    owned.stream().filter(Owned::isFrozen).forEach(frozen -> problems.add("frozen: " + frozen));
    if (owned.size() != processes) {
      problems.add("%d processes instead of %d: %s".formatted(owned.size(), processes, owned));
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
