# shellcheck shell=bash
# Building the jar, and only when its sources changed.

BUILT_FROM="$TARGET/built-from"
BUILD_LOG="$TARGET/build.log"

# A checksum over the names and contents of all that the build reads. Needs no git.
fingerprint() {
  (
    cd "$ROOT" || exit 1
    find pom.xml .mvn ./*/pom.xml ./*/src -type f -print0 2>/dev/null | xargs -0 cksum |
      LC_ALL=C sort | cksum | tr ' ' '-'
  )
}

# Whether the jar is there, was built from the sources as they are, and was not replaced since.
built() {
  [ -f "$JAR" ] && [ -d "$TARGET/lib" ] && [ -f "$BUILT_FROM" ] &&
    [ "$(cat "$BUILT_FROM")" = "$(fingerprint)" ] &&
    [ -z "$(find "$JAR" "$TARGET/lib" -type f -newer "$BUILT_FROM" -print)" ]
}

# Notes that the jar was built from the sources that have this fingerprint.
note_built() {
  [ ! -f "$JAR" ] || printf '%s\n' "$1" >"$BUILT_FROM"
}

ensure_built() {
  built || build
}

build() {
  local from
  ensure_maven
  from=$(fingerprint)
  mkdir -p "$TARGET"
  rm -f "$BUILT_FROM"
  forget_startup_cache
  forget_models
  say "building (the first time takes minutes: Maven fetches its libraries; all it says is in $BUILD_LOG)"
  # The format is a matter for deploy/test, and no reason not to start.
  if ! attend "$MVN" -B -ntp -f "$ROOT/pom.xml" package -DskipTests -Dspotless.check.skip=true \
    > >(show_progress "$BUILD_LOG") 2>&1; then
    sleep 1 # for the last lines to reach the file
    { grep '^\[ERROR\]' "$BUILD_LOG" || tail -n 20 "$BUILD_LOG"; } | head -n 20 >&2
    die "the build failed; see $BUILD_LOG"
  fi
  [ -f "$JAR" ] || die "the build made no $JAR; see $BUILD_LOG"
  note_built "$from"
}

# Keeps what Maven says in a file and shows which module it is at.
show_progress() {
  local line
  : >"$1"
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    case "$line" in
      *'] Building '*'['*'/'*']'*) printf '    %s\n' "${line#*] Building }" ;;
    esac
  done
}
