package io.chaoschapters.presenter.diagnose;

import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceTools;
import io.chaoschapters.diagnosis.evidence.InvalidEvidenceException;
import io.chaoschapters.diagnosis.evidence.Redaction;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrasesFile;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.diagnosis.leak.OwnWords;
import io.chaoschapters.presenter.mode.Sentence;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.view.AgentWords;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** Asks diagnosers about evidence that earlier runs have saved: no cluster, no chapters. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DiagnoseAgain {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The id of an agent that connects by MCP without a description of its own. */
  private static final String VISITOR = "mcp";

  private final Settings settings;
  private final PrintStream out;
  private final Path folder;
  private final Optional<WordsDesk> desk;

  private DiagnoseAgain(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.desk = WordsDesk.open(settings, out);
    this.folder =
        Path.of(settings.text(KnownSettings.OUTPUT))
            .resolve("diagnose")
            .resolve(STAMP.format(Instant.now()) + "-" + ProcessHandle.current().pid());
  }

  public static void run(Settings settings, PrintStream out) {
    try {
      new DiagnoseAgain(settings, out).run(Diagnosers.asked(settings));
    } catch (InvalidEvidenceException e) {
      throw new ShowFailedException(Sentence.of(e));
    }
  }

  /** Asks any client that connects to the tools that are served. */
  public static void serve(Settings settings, PrintStream out) {
    try {
      new DiagnoseAgain(settings, out).run(List.of(VISITOR));
    } catch (InvalidEvidenceException e) {
      throw new ShowFailedException(Sentence.of(e));
    }
  }

  private void run(List<String> ids) {
    List<SavedEvidence> all =
        SavedEvidence.read(
                settings.text(AiSettings.EVIDENCE),
                sentence -> out.println("Left out: " + sentence))
            .stream()
            .map(saved -> desk.map(words -> words.reworded(saved)).orElse(saved))
            .toList();
    List<Diagnoser> diagnosers = new ArrayList<>();
    try {
      ids.forEach(id -> diagnosers.add(Diagnosers.open(id, settings)));
      Optional<EvidenceComparison> comparison =
          EvidenceComparison.open(settings, all, diagnosers.get(0));
      List<Diagnoser> ready = ready(diagnosers, all.get(0).evidence());
      tellUnchecked(all);
      AnswerTable table = new AnswerTable(out);
      table.begin();
      for (int i = 0; i < all.size(); i++) {
        Path own = folder.resolve(RootLocale.format("%04d-%s", i + 1, all.get(i).name()));
        for (Diagnoser diagnoser : ready) {
          ask(all.get(i), diagnoser, own, table, comparison);
        }
      }
      table.end();
      out.println("prompts and answers: " + folder);
      if (!table.hasAnswers()) {
        throw new ShowFailedException("No diagnoser answered.");
      }
      comparison.ifPresent(compared -> compared.end(out, System.getenv()));
    } finally {
      diagnosers.forEach(Diagnoser::close);
    }
  }

  private void tellUnchecked(List<SavedEvidence> all) {
    long unchecked = all.stream().filter(saved -> saved.forbidden().isEmpty()).count();
    if (unchecked > 0) {
      out.printf(
          Locale.ROOT,
          "%d of %d have no %s beside them: for those, only the glossary's terms are looked for in what is shown.%n",
          unchecked,
          all.size(),
          ForbiddenPhrasesFile.FILE_NAME);
    }
  }

  /** Tells what leaves the machine before anything can, and gets every diagnoser ready. */
  private List<Diagnoser> ready(List<Diagnoser> diagnosers, Evidence first) {
    List<Diagnoser> ready = new ArrayList<>();
    for (Diagnoser diagnoser : diagnosers) {
      out.printf(
          Locale.ROOT,
          "%s: %s What leaves this machine: %s%n",
          diagnoser.id(),
          diagnoser.description(),
          diagnoser.privacy().sentence());
    }
    for (Diagnoser diagnoser : diagnosers) {
      try {
        diagnoser.warmUp(new Preparation(first.glossary(), made(folder), out::println));
        ready.add(diagnoser);
      } catch (DiagnosisException e) {
        out.println("Left out: " + Sentence.of(e));
      }
    }
    if (ready.isEmpty()) {
      throw new ShowFailedException("No diagnoser could get ready.");
    }
    return ready;
  }

  private void ask(
      SavedEvidence saved,
      Diagnoser diagnoser,
      Path own,
      AnswerTable table,
      Optional<EvidenceComparison> comparison) {
    Evidence shown =
        settings.isOn(AiSettings.REDACT) ? Redaction.of(saved.evidence()) : saved.evidence();
    Evidence evidence = settings.isOn(AiSettings.MASK_TERMS) ? OwnWords.masked(shown) : shown;
    Optional<Expectation> expected = ExpectedAnswers.find(saved);
    LeakCheck leaks = LeakCheck.of(evidence, saved.forbidden().orElseGet(ForbiddenPhrases::none));
    Inquiry inquiry =
        new Inquiry(
            evidence,
            leaks,
            piece -> {},
            note -> out.println("    " + note),
            settings.isOn(AiSettings.TOOLS) ? new EvidenceTools(evidence) : null);
    try {
      leaks.requireNone(evidence);
      Diagnosis answer = diagnoser.diagnose(inquiry);
      table.answered(saved.name(), expected, answer, OwnWords.terms(evidence));
      if (answer.verdict() == Verdict.INVALID) {
        out.println("    not read: " + answer.mechanism());
      }
      AgentWork work = answer.provenance().work();
      if (work != null) {
        out.println("    " + AgentWords.of(work));
      }
      desk.ifPresent(words -> words.tell(evidence, answer));
      comparison.ifPresent(compared -> compared.answered(saved, answer));
      keep(answer, made(own.resolve(diagnoser.id())));
    } catch (DiagnosisException e) {
      table.notAnswered(saved.name(), diagnoser.id(), expected, e.reason().name(), Sentence.of(e));
    } catch (LeakException e) {
      table.notAnswered(saved.name(), diagnoser.id(), expected, "LEAK", Sentence.of(e));
    }
  }

  private static void keep(Diagnosis answer, Path own) {
    try {
      Files.writeString(own.resolve("prompt.txt"), answer.provenance().prompt());
      Files.writeString(own.resolve("answer.txt"), answer.provenance().rawAnswer());
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write below %s: %s", own, Failure.words(e)), e);
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot make the folder %s: %s", folder, Failure.words(e)), e);
    }
  }
}
