package io.chaoschapters.runtime.kubernetes;

/**
 * What the agent's shell does inside a pod. The processes of the component are those in whose
 * control group its container's id stands; the agent sees them because the pod shares one process
 * namespace, and may signal them because they run as its user.
 */
final class AgentScripts {
  /** Waits for orders, and ends when it is asked to. */
  static final String STAY = "trap 'exit 0' TERM; while :; do sleep 3600 & wait $!; done";

  /** Says the processes of a container ($1), by one look: a node has hundreds. */
  private static final String PROCESSES =
      """
      processes() {
        grep -l "$1" /proc/[0-9]*/cgroup 2>/dev/null | cut -d / -f 3
      }
      """;

  /** Sends a signal ($1) to all processes of a container ($2); fails when there are none. */
  static final String SIGNAL =
      PROCESSES
          + """
      found=1
      for process in $(processes "$2"); do
        kill "-$1" "$process" 2>/dev/null && found=0
      done
      exit $found
      """;

  /** Says in which state ($1: the container) its processes are, a letter a line, as in /proc. */
  static final String STATES =
      PROCESSES
          + """
      for process in $(processes "$1"); do
        sed -n 's/^State:[[:space:]]*\\(.\\).*/\\1/p' "/proc/$process/status" 2>/dev/null
      done
      exit 0
      """;

  /**
   * Stops ($1: the container) its processes; after a time ($2, seconds) lets them go on, whatever
   * has become of whoever ordered it. The clock is set first.
   */
  static final String FREEZE =
      PROCESSES
          + """
      signal() {
        for process in $(processes "$2"); do
          kill "-$1" "$process" 2>/dev/null
        done
      }
      (
        sleep "$2"
        while :; do signal CONT "$1"; sleep 1; done
      ) </dev/null >/dev/null 2>&1 &
      echo $! >/dev/shm/freeze || exit 3
      signal STOP "$1"
      """;

  /** Lets the processes of a container ($1) go on, and stops the clock. */
  static final String THAW =
      PROCESSES
          + """
      if [ -s /dev/shm/freeze ]; then
        kill "$(cat /dev/shm/freeze)" 2>/dev/null
        rm -f /dev/shm/freeze
      fi
      for process in $(processes "$1"); do
        kill -CONT "$process" 2>/dev/null
      done
      exit 0
      """;

  /**
   * No packet passes but those within the pod and those to and from an address ($2); after a time
   * ($1, seconds) they all pass again. The clock is set first. The chain is entered last, so that
   * it is there as a whole or not at all.
   */
  static final String CUT =
      """
      (
        sleep "$1"
        while :; do
          for way in INPUT OUTPUT; do
            while iptables -w 5 -D "$way" -j CHAPTERS 2>/dev/null; do :; done
          done
          sleep 1
        done
      ) </dev/null >/dev/null 2>&1 &
      echo $! >/dev/shm/cut || exit 3
      iptables -w 5 -N CHAPTERS 2>/dev/null
      iptables -w 5 -F CHAPTERS \
        && iptables -w 5 -A CHAPTERS -i lo -j RETURN \
        && iptables -w 5 -A CHAPTERS -o lo -j RETURN \
        && iptables -w 5 -A CHAPTERS -s "$2" -j RETURN \
        && iptables -w 5 -A CHAPTERS -d "$2" -j RETURN \
        && iptables -w 5 -A CHAPTERS -j DROP \
        && iptables -w 5 -I INPUT -j CHAPTERS \
        && iptables -w 5 -I OUTPUT -j CHAPTERS
      """;

  /** Lets all packets pass again, and stops the clock. */
  static final String MEND =
      """
      if [ -s /dev/shm/cut ]; then
        kill "$(cat /dev/shm/cut)" 2>/dev/null
        rm -f /dev/shm/cut
      fi
      for way in INPUT OUTPUT; do
        while iptables -w 5 -D "$way" -j CHAPTERS 2>/dev/null; do :; done
      done
      exit 0
      """;

  /** Succeeds when packets are dropped. */
  static final String IS_CUT = "iptables -w 5 -C INPUT -j CHAPTERS 2>/dev/null";

  /** Succeeds when the node's kernel itself says that it cannot delay packets. */
  static final String HAS_NO_NETEM =
      "zcat /proc/config.gz 2>/dev/null | grep -q '^# CONFIG_NET_SCH_NETEM is not set'";

  /** After a time ($1, seconds) has the proxy in this pod, at a port ($2), delay nothing. */
  static final String UNDO_DELAY_LATER =
      """
      (
        sleep "$1"
        while :; do wget -q -O /dev/null --post-data= "http://127.0.0.1:$2/reset"; sleep 1; done
      ) </dev/null >/dev/null 2>&1 &
      echo $! >/dev/shm/delay || exit 3
      """;

  /** Stops that clock. */
  static final String STOP_DELAY_CLOCK =
      """
      if [ -s /dev/shm/delay ]; then
        kill "$(cat /dev/shm/delay)" 2>/dev/null
        rm -f /dev/shm/delay
      fi
      exit 0
      """;

  /** Has the proxy in this pod, at a port ($1), delay nothing. */
  static final String UNDO_DELAY =
      "wget -q -O /dev/null --post-data= \"http://127.0.0.1:$1/reset\"";

  /** Sends what the component has written to the first client of a port ($1). */
  static final String OFFER_FILES =
      """
      : >/tmp/.handed-over
      (tar -c -f - -C /tmp . | nc -l -p "$1") </dev/null >/dev/null 2>&1 &
      exit 0
      """;

  /**
   * Takes it from an address ($1) and port ($2); fails when there is nothing to take. An archive of
   * nothing is no failure to tar, so a file is looked for. The other side hangs up as soon as this
   * one has no more to say, so its input stays open.
   */
  static final String TAKE_FILES =
      """
      mkfifo /dev/shm/open
      attempt=0
      until nc -w 5 "$1" "$2" 0<>/dev/shm/open | tar -x -m -f - -C /tmp && [ -e /tmp/.handed-over ]; do
        attempt=$((attempt + 1))
        [ "$attempt" -lt 100 ] || exit 1
        sleep 0.1
      done
      rm -f /tmp/.handed-over
      """;

  /**
   * Has what follows concern the packets of another pod: of any process in whose control group
   * stands what its uid looks like ($1, which is taken away).
   */
  private static final String IN_POD =
      PROCESSES
          + """
      within=$(processes "$1" | head -n 1)
      shift
      [ -n "$within" ] || { echo "no process of the pod is on this node" >&2; exit 4; }
      iptables() { nsenter -t "$within" -n /usr/sbin/iptables "$@"; }
      """;

  /** {@link #CUT} of a pod ($1) of this node. */
  static final String CUT_POD = IN_POD + CUT;

  /** {@link #MEND} of a pod ($1) of this node. */
  static final String MEND_POD = IN_POD + MEND;

  /** {@link #IS_CUT} of a pod ($1) of this node. */
  static final String IS_POD_CUT = IN_POD + IS_CUT;

  /**
   * Stays on a node for one pod of it ($1), and undoes all that was done to the pod when it is
   * ended, or begins anew because it was ended before it could. Its clocks are gone then, and on a
   * node others have their numbers by now.
   */
  static final String STAY_FOR_POD =
      "pod=$1\nundo() {\n(\nset -- \"$pod\"\n"
          + THAW
          + ")\n(\nset -- \"$pod\"\n"
          + MEND_POD
          + ")\n}\nrm -f /dev/shm/freeze /dev/shm/cut\nundo 2>/dev/null\n"
          + STAY.replace("exit 0", "undo; exit 0");

  private AgentScripts() {}

  /** What a pod's uid looks like in a control group's name. */
  static String inGroupNames(String podUid) {
    return podUid.replace("-", "[-_]");
  }
}
