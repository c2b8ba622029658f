# shellcheck shell=bash disable=SC2154 # Many names are those of common.bash.
# Gets what a cluster is made of: the program with all of Kubernetes in it, and Debian's container runtime.
# Sourced after common.bash.

sources=$kubernetes/program
kubernetes_version=$(awk '$1 == "k8s.io/kubernetes" { print $2 }' "$sources/go.mod")

# The same sources for the same architecture give the same program, wherever the repository lies.
program_folder() {
  local digest
  digest=$(cd "$sources" && sha256sum go.mod go.sum ./*.go pause/*.go | cut -d' ' -f1 | sha256sum | cut -c1-16)
  echo "$cache/programs/$digest-$architecture"
}

# The command line of `go build` is the same on this machine and in a container.
go_build() {
  local target=$1 minor=${kubernetes_version#v1.} package=k8s.io/component-base/version
  minor=${minor%%.*}
  # Lowest priority: it is minutes of work for every core, beside whatever else runs here.
  nice -n 19 go build -trimpath -buildvcs=false \
    -ldflags "-s -w -X $package.gitVersion=$kubernetes_version -X $package.gitMajor=1 -X $package.gitMinor=$minor" \
    -o "$target/" . ./pause
}

build_program() {
  local target log
  target=$(program_folder)
  [[ -d $target ]] && return
  command -v go >/dev/null \
    || die "There is no Go on the PATH, and $kubernetes_version has not been built yet; install Go 1.24 or newer, or use docker/kubernetes/in-docker."
  say "Building Kubernetes $kubernetes_version from source, once for these sources (about 11 minutes of processor time)."
  log=$cache/build.log
  rm -rf "$target.part"
  mkdir -p "$target.part"
  (cd "$sources" && CGO_ENABLED=0 GOOS=linux GOARCH=$architecture go_build "$target.part") >"$log" 2>&1 9>&- || {
    rm -rf "$target.part"
    tail -n 20 "$log" >&2
    die "Kubernetes could not be built; the whole log is $log."
  }
  finish_program "$target"
}

# finish_program FOLDER: what was built in FOLDER.part becomes FOLDER
finish_program() {
  local root
  root=$(mktemp -d)
  cp "$1.part/pause" "$root/"
  # The image that holds a pod's namespaces; every other one is loaded once the cluster runs.
  "$kubernetes/image" --output "$1.part/pause.tar" "$pause_image" "$root" /pause >/dev/null
  rm -rf "$root"
  mv "$1.part" "$1"
}

# What the node needs from Debian. Unpacked, not installed: nothing on this machine is changed, and what is installed
# (another containerd, say) does not matter.
node_packages=(containerd runc containernetworking-plugins iptables)
library_packages=(libseccomp2 libip4tc2 libip6tc2 libmnl0 libnetfilter-conntrack3 libnfnetlink0 libnftnl11 libxtables12)

# packages_key PACKAGE...: other packages, or those of another release, are another folder
packages_key() {
  local release
  release=$(. /etc/os-release && echo "${ID:-linux}-${VERSION_ID:-unknown}")
  echo "$release-$architecture-$(cksum <<<"$*" | cut -d' ' -f1)"
}

runtime_folder() { echo "$cache/runtime/$(packages_key "${node_packages[@]}" "${library_packages[@]}")"; }

# unpack FOLDER PACKAGE...: Debian packages, without installing them
unpack() {
  local target=$1 downloads log=$cache/packages.log package
  shift
  command -v apt-get >/dev/null \
    || die "There is no apt-get here, so that containerd and runc cannot be had from Debian; use docker/kubernetes/in-docker."
  downloads=$(mktemp -d)
  # As root, because apt's own user may not write into that folder.
  local get=(apt-get -q -o APT::Sandbox::User=root)
  (cd "$downloads" && { "${get[@]}" download "$@" || { "${get[@]}" update && "${get[@]}" download "$@"; }; }) >"$log" 2>&1 9>&- || {
    tail -n 5 "$log" >&2
    rm -rf "$downloads"
    die "Debian's packages could not be downloaded ($*); the whole log is $log."
  }
  mkdir -p "$target"
  for package in "$downloads"/*.deb; do dpkg-deb --extract "$package" "$target"; done
  rm -rf "$downloads"
}

unpack_runtime() {
  local target
  target=$(runtime_folder)
  [[ -d $target ]] && return
  rm -rf "$target.part"
  unpack "$target.part" "${node_packages[@]}" "${library_packages[@]}"
  # Links that a package makes only when it is installed.
  link_iptables "$target.part/usr/sbin"
  mv "$target.part" "$target"
}

link_iptables() {
  local program
  for program in iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore; do
    ln -sf xtables-nft-multi "$1/$program"
  done
}
