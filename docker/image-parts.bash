# shellcheck shell=bash disable=SC2034 # The names are for those who source this.
# What images for machines without a registry are made of. Sourced, in the root of the repository, by
# docker/build-local-images (for a Docker engine) and docker/kubernetes/images (for a cluster).

# In front of the names of the images that come from registries elsewhere; names none that could be reached.
registry=chaoschapters.local

# The project's own classes: those of the limiter's node and of TiKV's stand-in must be among them.
class_folders=(target/classes target/test-classes)
library_scope=test
# Libraries that neither of them needs, and that are large.
unneeded_libraries=com.bucket4j,com.tngtech.archunit,io.fabric8,io.netty,io.projectreactor,org.junit.jupiter,org.junit.platform,io.lettuce,io.rest-assured,net.jqwik,org.apache.groovy,org.assertj,org.openjdk.jmh,com.microsoft.onnxruntime,ai.djl,ai.djl.huggingface,dev.langchain4j,org.testcontainers,com.github.docker-java,org.signal,net.bytebuddy,com.knuddels,com.googlecode.lanterna,net.java.dev.jna

toxiproxy_version=2.12.0
parts=${XDG_CACHE_HOME:-$HOME/.cache}/chaos-chapters/images

# debian_archive: prints the path of a tar with a small Debian that has Redis, Prometheus and Java 17; makes it when it
# is not there
debian_archive() {
  local archive=$parts/debian-12-redis-java17-prometheus.tar root
  if [[ ! -e $archive ]]; then
    command -v debootstrap >/dev/null || { echo 'There is no debootstrap on the PATH; install it (Debian package debootstrap).' >&2; return 1; }
    mkdir -p "$parts"
    root=$(mktemp -d)
    debootstrap --variant=minbase --include=redis-server,openjdk-17-jre-headless,prometheus bookworm "$root" >"$parts/debootstrap.log" 2>&1 || {
      tail -n 20 "$parts/debootstrap.log" >&2
      rm -rf "$root"
      return 1
    }
    # Without what is not needed to run; the time zones alone, for a page of Prometheus, would be 200 MB.
    tar -C "$root" --exclude='./usr/share/javascript/moment-timezone/data/unpacked/*' --exclude='./var/cache/apt/archives/*.deb' --exclude='./var/lib/apt/lists/*' --exclude='./usr/share/doc/*' \
      --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' \
      -cf "$archive.part" .
    rm -rf "$root"
    mv "$archive.part" "$archive"
  fi
  echo "$archive"
}

# toxiproxy_folder: prints the path of a folder with the real Toxiproxy's `server`, built from its source
toxiproxy_folder() {
  local folder=$parts/toxiproxy-$toxiproxy_version
  if [[ ! -x $folder/server ]]; then
    command -v go >/dev/null || { echo 'There is no Go on the PATH, with which Toxiproxy is built.' >&2; return 1; }
    CGO_ENABLED=0 GOBIN=$folder go install "github.com/Shopify/toxiproxy/v2/cmd/server@v$toxiproxy_version" >&2 || return
  fi
  echo "$folder"
}

# copy_project FOLDER: the project's classes as they were compiled last, and its libraries
copy_project() {
  local folder
  for folder in "${class_folders[@]}"; do
    [[ -d $folder/io ]] || { echo "There is no $folder; run mvn test-compile first." >&2; return 1; }
    mkdir -p "$1/classes"
    cp -r "$folder/." "$1/classes/"
  done
  mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$1/lib" -DincludeScope="$library_scope" -DexcludeGroupIds="$unneeded_libraries" >&2
}
