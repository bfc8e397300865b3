# shellcheck shell=bash
# A real OpenSearch with its k-NN plugin, for tests: fetched by Maven, verified, unpacked in the cache.
# The tests themselves start and stop it. Needs ensure_maven to have been called.

OPENSEARCH_TESTED=3.6.0

# opensearch_checksum VERSION server|plugin: the SHA-256 of the archive; fails for a version not known.
opensearch_checksum() {
  case "$1 $2" in
    '3.6.0 server') echo a91faa1dc1cadc78cb278b4f63847e19e1627a4e9de698e14e7efc14ee37b286 ;;
    '3.6.0 plugin') echo ac392ca28a39b3bf290648a422ef30cb149dda2963a9d7feb26060e932341c9a ;;
    '2.19.1 server') echo af7152d8b7f6f1cee09d47276b32b70479fe6dd8cdbb61213f84eb7f8098b261 ;;
    '2.19.1 plugin') echo eab8c9818865bc035212eab5068cdacae164baa09d4c152f49b736d6f6b0e85c ;;
    *) return 1 ;;
  esac
}

# Where a version is unpacked, once it is.
opensearch_home() {
  printf '%s/backends/opensearch-%s\n' \
    "${FACE_SERVICE_CACHE:-$HOME/.cache/face-service}" "${1:-$OPENSEARCH_TESTED}"
}

# ensure_opensearch [VERSION]: fetches and unpacks it unless it is there, and sets
# FACE_TEST_OPENSEARCH_HOME for the tests.
ensure_opensearch() {
  local version="${1:-$OPENSEARCH_TESTED}"
  FACE_TEST_OPENSEARCH_HOME=$(opensearch_home "$version")
  export FACE_TEST_OPENSEARCH_HOME
  [ -d "$FACE_TEST_OPENSEARCH_HOME" ] || fetch_opensearch "$version"
}

fetch_opensearch() {
  local version="$1" there work
  opensearch_checksum "$version" server >/dev/null || die "no checksum is known of OpenSearch $version"
  there=$(opensearch_home "$version")
  say "fetching OpenSearch $version with its k-NN plugin into $there"
  mkdir -p "$(dirname "$there")"
  work=$(mktemp -d "$there.XXXXXX")
  if fetch_opensearch_part "$version" server \
    "org.opensearch.distribution.integ-test-zip:opensearch:$version:zip" "$work/server.d" &&
    fetch_opensearch_part "$version" plugin \
      "org.opensearch.plugin:opensearch-knn:$version.0:zip" "$work/plugin.d"; then
    mkdir -p "$work/server.d/opensearch-$version/plugins"
    mv "$work/plugin.d" "$work/server.d/opensearch-$version/plugins/opensearch-knn"
    # Whole or not at all: another run may look for it now.
    mv "$work/server.d/opensearch-$version" "$there" || [ -d "$there" ]
    rm -rf "$work"
  else
    rm -rf "$work"
    die "OpenSearch $version could not be fetched; see above"
  fi
}

# fetch_opensearch_part VERSION server|plugin COORDINATES DIRECTORY
fetch_opensearch_part() {
  local archives="$4.archives" archive actual
  mkdir -p "$archives" "$4"
  (cd "$archives" && attend "$MVN" -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    "-Dartifact=$3" "-DoutputDirectory=$archives") || return 1
  archive=$(find "$archives" -name '*.zip')
  actual=$(sha256_of "$archive")
  if [ "$actual" != "$(opensearch_checksum "$1" "$2")" ]; then
    warn "$3 has the SHA-256 $actual, which is not the one expected"
    return 1
  fi
  # The JDK, which is there anyway, unpacks it as well as any other program.
  (cd "$4" && "$JAVA_HOME/bin/jar" -xf "$archive")
}

sha256_of() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum "$1" | cut -d ' ' -f 1
  else
    shasum -a 256 "$1" | cut -d ' ' -f 1
  fi
}
