package io.chaoschapters.stage.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/**
 * Plays a recording on a terminal, at the pace at which it was made, with the word REPLAY in the
 * corner all the time.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CastPlayer {
  private static final String LABEL = " REPLAY ";
  private static final String ESC = "\u001b";
  private static final String LEAVE = ESC + "[0m" + ESC + "[?25h" + ESC + "[?1049l";

  private final OutputStream out;
  private final double speed;
  private final double longestPause;

  /**
   * A player.
   *
   * @param out the terminal
   * @param speed how many times as fast, above 0
   * @param longestPause seconds to which a longer pause is cut
   */
  public CastPlayer(OutputStream out, double speed, double longestPause) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("A replay's speed is above 0, not " + speed + ".");
    }
    this.out = out;
    this.speed = speed;
    this.longestPause = longestPause;
  }

  /**
   * Plays until the end, or until the latch opens; then the terminal is as it was.
   *
   * @throws IOException when the terminal cannot be written to
   * @throws InterruptedException when the thread is interrupted
   */
  public void play(Cast cast, CountDownLatch stop) throws IOException, InterruptedException {
    try {
      send(ESC + "[?1049h");
      int columns = cast.columns();
      double last = 0;
      for (Cast.Event event : cast.events()) {
        double pause = Math.min(longestPause, Math.max(0, event.at() - last)) / speed;
        last = event.at();
        if (stop.await(Math.round(pause * 1000), TimeUnit.MILLISECONDS)) {
          return;
        }
        if (event.kind().equals("o")) {
          send(event.data() + label(columns));
        } else if (event.kind().equals("r") && event.data().matches("[0-9]{1,4}x[0-9]{1,4}")) {
          columns = Integer.parseInt(event.data().substring(0, event.data().indexOf('x')));
        }
      }
    } finally {
      send(LEAVE);
    }
  }

  private static String label(int columns) {
    int column = Math.max(1, columns - LABEL.length() + 1);
    return ESC + "7" + ESC + "[1;" + column + "H" + ESC + "[0;1;7m" + LABEL + ESC + "[0m" + ESC
        + "8";
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
