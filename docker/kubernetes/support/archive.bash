# shellcheck shell=bash disable=SC2154 # Many names are those of common.bash.
# Writes image archives as `docker save` does, without Docker. Several images of one archive can share layers.
# Sourced; the functions work on a folder that is removed at the end by who made it.

path_variable='PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

# json_strings TEXT...: a JSON array
json_strings() {
  local text separator=
  printf '['
  for text in "$@"; do
    [[ ! $text =~ [[:cntrl:]] ]] || die "An image's command line cannot have control characters: ${text@Q}."
    text=${text//\\/\\\\}
    printf '%s"%s"' "$separator" "${text//\"/\\\"}"
    separator=,
  done
  printf ']'
}

# add_layer WORK TAR: prints the layer's name
add_layer() {
  local digest
  # The digest of a large layer is kept beside it.
  if [[ ! $2.sha256 -nt $2 ]]; then sha256sum "$2" | cut -d' ' -f1 >"$2.sha256"; fi
  digest=$(<"$2.sha256")
  ln -sf "$(realpath "$2")" "$1/$digest.tar"
  echo "$digest"
}

# folder_layer WORK FOLDER: the same bytes for the same files, whoever has them
folder_layer() {
  local part
  part=$(mktemp "$1/layer.XXXXXX")
  tar -C "$2" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$part" .
  add_layer "$1" "$part"
}

# add_image WORK "NAME..." "LAYER..." [CONFIGURATION]: the configuration is the inside of a JSON object
add_image() {
  local work=$1 names=$2 layers=$3 configuration=${4:-} layer differences=() files=() digest
  for layer in $layers; do
    differences+=("sha256:$layer")
    files+=("$layer.tar")
  done
  # A fixed date, so that the same contents have the same digest.
  printf '{"architecture":"%s","os":"linux","created":"2026-01-01T00:00:00Z","config":{"Env":["%s"]%s},"rootfs":{"type":"layers","diff_ids":%s}}' \
    "$architecture" "$path_variable" "${configuration:+,$configuration}" "$(json_strings "${differences[@]}")" >"$work/configuration"
  digest=$(sha256sum "$work/configuration" | cut -d' ' -f1)
  mv "$work/configuration" "$work/$digest.json"
  local tags
  read -ra tags <<<"$names"
  printf '{"Config":"%s.json","RepoTags":%s,"Layers":%s}\n' "$digest" "$(json_strings "${tags[@]}")" \
    "$(json_strings "${files[@]}")" >>"$work/images"
}

# image_list WORK: names each image by the digest of its configuration, and with it of all its contents
image_list() {
  echo '['
  paste -sd, "$1/images"
  echo ']'
}

# write_archive WORK: to standard output. The list comes first, so that it can be read without the rest.
write_archive() {
  image_list "$1" >"$1/manifest.json"
  (cd "$1" && tar --dereference --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - manifest.json [0-9a-f]*.json [0-9a-f]*.tar)
}

# archive_is_current WORK ARCHIVE: whether it holds these very images
archive_is_current() {
  [[ -e $2 ]] && tar -xOf "$2" --occurrence=1 manifest.json 2>/dev/null | cmp --silent - <(image_list "$1")
}
