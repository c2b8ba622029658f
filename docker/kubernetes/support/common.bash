# shellcheck shell=bash disable=SC2034 # The names are for those who source this.
# Names, messages and locks that the commands of this folder share.

# Progress goes to standard error: standard output is for what a script wants to have.
say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

((BASH_VERSINFO[0] >= 5)) || die "This is bash $BASH_VERSION; these commands need bash 5."
# Several clusters can run beside each other; each number has its own folder, addresses and cgroup.
number=${CHAOS_KUBERNETES_NUMBER:-0}
[[ $number =~ ^([0-9]|[1-5][0-9]|6[0-3])$ ]] \
  || die "CHAOS_KUBERNETES_NUMBER is '$number'; it must be a number from 0 to 63."

kubernetes=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
repository=$(cd "$kubernetes/../.." && pwd)

# Outside the sources, because building the program takes minutes and `mvn clean` removes target/.
cache=${CHAOS_KUBERNETES_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/chaos-chapters/kubernetes}

cluster=$cache/cluster-$number
name=chaos-kubernetes-$number
node_link=chaos-k8s-$number
network=10.200.0.$((number * 4))/30
outside_address=10.200.0.$((number * 4 + 1))
node_address=10.200.0.$((number * 4 + 2))
api_port=16443
api_server=https://$node_address:$api_port
kubeconfig=$cluster/kubeconfig
selected=
((number == 0)) || selected="CHAOS_KUBERNETES_NUMBER=$number "

# The names that Debian and Go have for it are the same.
architecture=$(dpkg --print-architecture 2>/dev/null || uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')
# Archives of images, for every cluster.
images=$cache/images

# The name that containerd is told; also written in the program's cache.
pause_image=chaoschapters.local/pause:1

# seconds_since EPOCHREALTIME
seconds_since() { awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }'; }

# timed WHAT COMMAND...: runs it, and says how long it took
timed() {
  local what=$1 from=$EPOCHREALTIME
  shift
  "$@"
  say "$(printf '%6s s  %s' "$(seconds_since "$from")" "$what")"
}

# building COMMAND...: one at a time builds for the cache. What a killed command was building still holds the lock, so
# that the next one waits for it and does not write to the same files.
building() {
  exec 8>>"$cache/build.lock"
  flock --nonblock 8 || {
    say 'Another command is building; waiting for it.'
    flock 8
  }
  "$@"
  exec 8>&-
}

# need COMMAND PACKAGE
need() {
  command -v "$1" >/dev/null || die "There is no $1 on the PATH; install it (Debian package $2)."
}

# One command at a time changes a cluster. The lock's file descriptor must be closed (9>&-) for what outlives it.
lock() {
  need flock util-linux
  mkdir -p "$cache" 2>/dev/null || die "The folder $cache cannot be made; name another one in CHAOS_KUBERNETES_CACHE."
  exec 9>>"$cluster.lock"
  flock --nonblock 9 && return
  say "Another command is at work on cluster $number; waiting for it."
  flock --timeout "$1" 9 || die "It still holds $cluster.lock after $1 s; end it, then try again."
}
