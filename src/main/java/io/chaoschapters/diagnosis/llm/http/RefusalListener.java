package io.chaoschapters.diagnosis.llm.http;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/** Hands every event on, and lets the exchange have a look at it first. */
final class RefusalListener implements ServerSentEventListener {
  private final ServerSentEventListener listener;
  private final Exchange exchange;

  RefusalListener(ServerSentEventListener listener, Exchange exchange) {
    this.listener = listener;
    this.exchange = exchange;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    exchange.saw(event.data());
    listener.onEvent(event, context);
  }

  @Override
  public void onEvent(ServerSentEvent event) {
    exchange.saw(event.data());
    listener.onEvent(event);
  }

  @Override
  public void onError(Throwable failure) {
    listener.onError(failure);
  }

  @Override
  public void onClose() {
    listener.onClose();
  }
}
