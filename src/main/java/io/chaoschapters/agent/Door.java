package io.chaoschapters.agent;

/**
 * Where tools are served for one question.
 *
 * @param url where
 * @param token what the server wants
 * @param shutting ends it
 */
record Door(String url, String token, Runnable shutting) implements AutoCloseable {
  @Override
  public void close() {
    shutting.run();
  }
}
