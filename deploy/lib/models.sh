# shellcheck shell=bash
# The model pack and the sample photos, which the service's own program fetches and verifies. What it
# said is noted, with a checksum, so that it need not be started and asked again.

# Where they were asked to be; the pack's directory; the samples' directory; a checksum of both.
MODELS_NOTE="$TARGET/models"

forget_models() { rm -f "$MODELS_NOTE"; }

noted_models() { sed -n "$1p" "$MODELS_NOTE" 2>/dev/null; }

checksum_of() { find "$@" -type f -exec cksum {} + 2>/dev/null | LC_ALL=C sort | cksum; }

models_unchanged() {
  [ -f "$MODELS_NOTE" ] && [ "$(noted_models 1)" = "${FACE_SERVICE_CACHE:-}" ] &&
    [ "$(noted_models 4)" = "$(checksum_of "$(noted_models 2)" "$(noted_models 3)")" ]
}

ensure_models() {
  models_unchanged || install_models
}

install_models() {
  local pack samples
  say "fetching and verifying the models and the sample photos"
  java_command "$STARTUP_CACHE_OPTION"
  attend "${JAVA_COMMAND[@]}" models install default samples ||
    die "the models could not be installed; see above. Behind a proxy, set https_proxy for npm."
  pack=$("${JAVA_COMMAND[@]}" models path default)
  samples=$("${JAVA_COMMAND[@]}" models path samples)
  printf '%s\n' "${FACE_SERVICE_CACHE:-}" "$pack" "$samples" "$(checksum_of "$pack" "$samples")" \
    >"$MODELS_NOTE"
}

samples_directory() { noted_models 3; }
