package io.chaoschapters.safety;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The TCP sockets on which processes listen, as Linux tells.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</a>
 */
public final class ListeningSockets {
  /**
   * A socket of a process.
   *
   * @param inode tells it apart from a later one on the same port
   */
  public record Listener(long pid, InetAddress address, int port, String inode) {
    @Override
    public String toString() {
      return RootLocale.format("process %d on %s:%d", pid, address.getHostAddress(), port);
    }
  }

  private static final String LISTENS = "0A";
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int HEX = 16;

  private ListeningSockets() {}

  /** Those of a process and of all that it has started. */
  public static List<Listener> ofTree(ProcessHandle root) throws IOException {
    Map<String, Listener> byInode = listening();
    List<Listener> found = new ArrayList<>();
    List<ProcessHandle> tree = new ArrayList<>(root.descendants().toList());
    tree.add(root);
    for (ProcessHandle process : tree) {
      for (String inode : sockets(process.pid())) {
        Listener listener = byInode.get(inode);
        if (listener != null) {
          found.add(new Listener(process.pid(), listener.address(), listener.port(), inode));
        }
      }
    }
    return found;
  }

  /** Those of this machine on these ports; whose they are is not looked up. */
  public static List<Listener> on(Collection<Integer> ports) throws IOException {
    return listening().values().stream()
        .filter(listener -> ports.contains(listener.port()))
        .toList();
  }

  /** Whether this very socket is there still. */
  public static boolean isOpen(Listener listener) throws IOException {
    return listening().containsKey(listener.inode());
  }

  private static Map<String, Listener> listening() throws IOException {
    Map<String, Listener> found = new HashMap<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc/net", table);
      if (!Files.exists(file)) {
        continue; // a kernel without IPv6
      }
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length > INODE && fields[STATE].equals(LISTENS)) {
          String[] local = fields[ADDRESS].split(":");
          found.put(
              fields[INODE],
              new Listener(0, address(local[0]), Integer.parseInt(local[1], HEX), fields[INODE]));
        }
      }
    }
    return found;
  }

  /** Each group of four bytes is a number in this machine's order, which is little endian. */
  private static InetAddress address(String hex) throws UnknownHostException {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int mirrored = i / 4 * 4 + 3 - i % 4;
      bytes[mirrored] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), HEX);
    }
    return InetAddress.getByAddress(bytes);
  }

  private static List<String> sockets(long pid) throws IOException {
    List<String> inodes = new ArrayList<>();
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path descriptor : open) {
        Matcher socket = SOCKET.matcher(target(descriptor));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    } catch (NoSuchFileException e) {
      return List.of(); // it has ended
    }
    return inodes;
  }

  private static String target(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException e) {
      return ""; // closed in the meantime
    }
  }
}
