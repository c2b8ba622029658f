# shellcheck shell=bash
# The cgroup of a cluster. Every process of it is in there, pods included: that is how they are found again, and that
# none is left.

# Where cgroups are mounted: one place for each controller (version 1), or one for all (version 2), or both.
cgroup_mounts() { awk '$3 == "cgroup" || $3 == "cgroup2" { print $2 }' /proc/mounts; }

# join_cgroup NAME: moves the shell that calls it into NAME/control, and makes NAME ready for the kubelet's pods
join_cgroup() {
  local mount group controller setting
  for mount in $(cgroup_mounts); do
    for group in "$1" "$1/control"; do
      mkdir -p "$mount/$group"
      # Version 1 wants these filled before a process may enter.
      for setting in cpuset.cpus cpuset.mems; do
        [[ ! -e $mount/$setting || -e $mount/cgroup.controllers ]] || cat "$mount/$setting" >"$mount/$group/$setting"
      done
    done
    echo "$BASHPID" >"$mount/$1/control/cgroup.procs"
    [[ -e $mount/cgroup.controllers ]] || continue
    # Version 2 gives controllers to children only where the parent itself holds no process.
    for group in . "$1"; do
      for controller in $(<"$mount/$group/cgroup.controllers"); do
        echo "+$controller" >"$mount/$group/cgroup.subtree_control"
      done
    done
  done
}

# cgroup_processes NAME: the ids of all processes below, whichever controller knows them
cgroup_processes() {
  local mount
  for mount in $(cgroup_mounts); do
    [[ ! -d $mount/$1 ]] || find "$mount/$1" -name cgroup.procs -exec cat {} + 2>/dev/null || true
  done | sort -nu
}

# remove_cgroup NAME: the kernel may still hold groups whose last process has just ended
remove_cgroup() {
  local mount left attempt
  for attempt in {1..50}; do
    left=
    for mount in $(cgroup_mounts); do
      [[ -d $mount/$1 ]] || continue
      find "$mount/$1" -depth -type d -exec rmdir {} + 2>/dev/null || left=$mount/$1
    done
    [[ -n $left ]] || return 0
    ((attempt == 50)) || sleep 0.1
  done
  echo "$left"
  return 1
}
