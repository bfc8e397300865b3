# shellcheck shell=bash
# The model pack and the sample photos, which the service's own command fetches and verifies.

ensure_models() {
  java_command "$(startup_cache_option)"
  attend "${JAVA_COMMAND[@]}" models install default samples ||
    die "the models could not be installed; see above. Behind a proxy, set https_proxy for npm."
}

samples_directory() {
  java_command "$(startup_cache_option)"
  "${JAVA_COMMAND[@]}" models path samples
}
