package io.chaoschapters.subjects.ratelimiter.service;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One answer on its way: a piece is made when the client has taken the one before.
 *
 * <p>Between two pieces it queues anew, so that long answers, and connections with many requests,
 * take turns with others. No thread waits for the client.
 */
final class AnswerInPieces implements Callback {
  private final Executor turns;
  private final AnswerRoom room;
  private final Supplier<Pieces> body;
  private final Response response;
  private final Callback whole;
  private final Runnable giveWay;
  private @Nullable Pieces pieces;
  private volatile boolean lastIsOut;

  /**
   * @param body called when its turn comes
   * @param whole told when the answer is over
   */
  AnswerInPieces(
      Executor turns, AnswerRoom room, Supplier<Pieces> body, Response response, Callback whole) {
    this.turns = turns;
    this.room = room;
    this.body = body;
    this.response = response;
    this.whole = whole;
    Request request = response.getRequest();
    this.giveWay = () -> request.getConnectionMetaData().getConnection().close();
  }

  void queue() {
    turns.execute(this::writeNext);
  }

  private void writeNext() {
    try {
      Pieces from = pieces;
      if (from == null) {
        from = body.get();
        pieces = from;
      }
      ByteBuffer piece = from.next();
      lastIsOut = piece == null;
      room.goesOn(giveWay, from.bytesKept());
      response.write(piece == null, piece, this);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  @Override
  public void succeeded() {
    if (lastIsOut) {
      room.isOver(giveWay);
      whole.succeeded();
    } else {
      queue();
    }
  }

  @Override
  public void failed(Throwable failure) {
    room.isOver(giveWay);
    whole.failed(failure);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
