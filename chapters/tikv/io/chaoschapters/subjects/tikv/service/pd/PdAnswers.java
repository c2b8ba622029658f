package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.GoJson;
import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.text.RootLocale;

/** Answers that several of PD's paths give. */
final class PdAnswers {
  static final String API = "/pd/api/v1";

  private static final String TEXT = "text/plain; charset=utf-8";

  private PdAnswers() {}

  /** What most paths answer before a store has begun the cluster. */
  static Answer notBootstrapped() {
    return Answer.json(
        500,
        "[PD:cluster:ErrNotBootstrapped]TiKV cluster not bootstrapped, please start TiKV first");
  }

  static Answer storeNotFound(String id) {
    return Answer.json(404, RootLocale.format("[PD:core:ErrStoreNotFound]store %s not found", id));
  }

  /** What Go's own server answers to a path that there is not. */
  static Answer pathNotFound() {
    return Answer.text(404, TEXT, "404 page not found\n");
  }

  /** What every path but the metrics answers while PD is not elected yet. */
  static Answer notStarted() {
    return Answer.text(500, TEXT, "[PD:server:ErrServerNotStarted]server not started\n");
  }

  /** Regions come without spaces, and not as JSON by their type. */
  static Answer regions(Object value) {
    return new Answer(200, "application/octet-stream", GoJson.compact(value));
  }

  /**
   * Before a store has begun the cluster, some paths of PD reach for a cluster that there is not,
   * and Go's panic is the answer.
   *
   * @param frames where it happens, in Go's words
   */
  static Answer panic(String... frames) {
    return Answer.text(
        500,
        TEXT,
        """
        PANIC: runtime error: invalid memory address or nil pointer dereference
        goroutine 532 [running]:
        github.com/urfave/negroni.(*Recovery).ServeHTTP.func1()
        \tgithub.com/urfave/negroni@v0.3.0/recovery.go:159 +0xa7
        panic({0x19a00a0?, 0x2f1f3e0?})
        \truntime/panic.go:860 +0x13a
        """
            + String.join("\n", frames)
            + "\n");
  }
}
