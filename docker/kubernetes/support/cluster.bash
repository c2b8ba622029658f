# shellcheck shell=bash disable=SC2154 # Many names are those of common.bash.
# What a cluster of this machine is like, and its end. Sourced after common.bash.

# shellcheck source-path=SCRIPTDIR source=cgroup.bash
. "$kubernetes/support/cgroup.bash"

cluster_processes() { cgroup_processes "$name"; }

# Process 1 of the cluster's own process namespace. When it ends, the kernel ends all others in there.
first_process() {
  local pid
  for pid in $(cluster_processes); do
    # Its ids are that on the machine and 1. A pod has a process 1 too, one namespace further down.
    if awk '/^NSpid:/ { found = NF == 3 && $3 == 1 } END { exit !found }' "/proc/$pid/status" 2>/dev/null; then
      echo "$pid"
      return
    fi
  done
  return 1
}

api_server_is_ready() {
  curl --silent --fail --max-time 5 --cacert "$cluster/certificates/ca.crt" "$api_server/readyz" >/dev/null
}

# Empty when the cluster is well, else a sentence.
what_is_wrong() {
  local ended message
  if [[ ! -e $cluster/ready ]]; then
    if [[ -s $cluster/failure ]]; then
      echo "It did not become ready: $(<"$cluster/failure")"
    else
      echo "It has processes, but it never became ready; its logs are in $cluster/log."
    fi
    return
  fi
  for ended in "$cluster"/ended/*; do
    [[ -e $ended ]] || continue
    echo "${ended##*/} ended with status $(<"$ended"); its log is $cluster/log/${ended##*/}.log."
    return
  done
  if ! api_server_is_ready; then
    echo "Its API server at $api_server does not answer within 5 s; its log is $cluster/log/kube-apiserver.log."
    return
  fi
  message=$(KUBECONFIG=$kubeconfig "$kubernetes/kubectl" get node node1 \
    --output=jsonpath='{range .status.conditions[?(@.type=="Ready")]}{.status}: {.message}{end}' 2>&1)
  [[ $message == True:* ]] || echo "Its node is not ready ($message); the kubelet's log is $cluster/log/kubelet.log."
}

# Ends everything and removes what it left, whatever state it is in.
end_cluster() {
  local first pid left attempt
  if first=$(first_process); then
    kill -TERM "$first" 2>/dev/null || true
    for attempt in {1..50}; do
      [[ -d /proc/$first ]] || break
      sleep 0.1
    done
  fi
  # Frozen, half started, or without its first process: one SIGKILL each until none is left.
  for attempt in {1..100}; do
    left=$(cluster_processes)
    [[ -n $left ]] || break
    for pid in $left; do kill -KILL "$pid" 2>/dev/null || true; done
    sleep 0.1
  done
  [[ -z $left ]] || die "These processes of cluster $number do not end on SIGKILL: ${left//$'\n'/ }."
  left=$(remove_cgroup "$name") || die "The cgroup $left of cluster $number cannot be removed; see which processes its cgroup.procs name."
  # The kernel removes it a moment after the network namespace at its other end.
  for attempt in {1..50}; do
    [[ -e /sys/class/net/$node_link ]] || break
    sleep 0.1
  done
  [[ ! -e /sys/class/net/$node_link ]] || ip link delete "$node_link" 2>/dev/null || true
  [[ ! -e /sys/class/net/$node_link ]] || die "The network link $node_link of cluster $number cannot be deleted."
  rm -rf --one-file-system "$cluster" || die "The folder $cluster cannot be removed."
}
