# shellcheck shell=bash
# The model pack and the sample photos, which the service's own command fetches and verifies.

ensure_models() {
  java_command "$STARTUP_CACHE_OPTION"
  attend "${JAVA_COMMAND[@]}" models install default samples ||
    die "the models could not be installed; see above. Behind a proxy, set https_proxy for npm."
}

samples_directory() {
  java_command "$STARTUP_CACHE_OPTION"
  "${JAVA_COMMAND[@]}" models path samples
}
