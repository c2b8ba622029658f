package io.chaoschapters.diagnosis.llm.chat;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hands an answer on as it comes in, and waits for its end. */
final class Streamed implements StreamingChatResponseHandler {
  private final Consumer<String> stream;
  private final CompletableFuture<ChatResponse> response = new CompletableFuture<>();

  /** The connection ended and the answer did not. */
  static final class NoEndException extends Exception {
    private static final long serialVersionUID = 1L;

    NoEndException() {
      super("the answer has no end");
    }
  }

  Streamed(Consumer<String> stream) {
    this.stream = stream;
  }

  CompletableFuture<ChatResponse> response() {
    return response;
  }

  /** Nothing more will come; without effect when the answer is whole. */
  void ended() {
    response.completeExceptionally(new NoEndException());
  }

  @Override
  public void onPartialResponse(String piece) {
    if (!response.isDone()) {
      stream.accept(piece);
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse complete) {
    response.complete(complete);
  }

  @Override
  public void onError(Throwable failure) {
    response.completeExceptionally(failure);
  }
}
