# shellcheck shell=bash
# shellcheck disable=SC2034 # the commands read what is set here
# The JDK's ahead-of-time cache (JEP 483): classes loaded and linked once, so that later starts are
# quicker. A luxury: whatever goes wrong with it is noted in a file, and the start is a plain one.

STARTUP_CACHE="$TARGET/face-service.aot"
STARTUP_CACHE_LOG="$TARGET/startup-cache.log"
# What the cache was made for, or could not be made for; then its checksum.
STARTUP_CACHE_FOR="$TARGET/startup-cache.for"
# The JVM's option to use the cache; empty without one.
STARTUP_CACHE_OPTION=''

# How long the JVM of a training run may take to write down what it noted, on a busy machine.
NOTING_SECONDS=120

startup_cache_identity() { printf '%s %s\n' "$JAVA_HOME" "$(cat "$BUILT_FROM")"; }

forget_startup_cache() {
  rm -f "$STARTUP_CACHE" "$STARTUP_CACHE_FOR"
  STARTUP_CACHE_OPTION=''
}

# Sets STARTUP_CACHE_OPTION if there is a sound cache for the jar. The JVM refuses one made by another
# JDK, but crashes over a damaged one.
use_startup_cache() {
  STARTUP_CACHE_OPTION=''
  if [ -s "$STARTUP_CACHE" ] && [ "$STARTUP_CACHE" -nt "$JAR" ] &&
    [ "$(cksum <"$STARTUP_CACHE")" = "$(sed -n 2p "$STARTUP_CACHE_FOR" 2>/dev/null)" ]; then
    STARTUP_CACHE_OPTION="-XX:AOTCache=$STARTUP_CACHE"
  fi
}

# Makes the cache unless it was made, or tried, for this very build and JDK.
ensure_startup_cache() {
  if [ "$(sed -n 1p "$STARTUP_CACHE_FOR" 2>/dev/null)" != "$(startup_cache_identity)" ]; then
    say "training the start-up cache (once for each build)"
    forget_startup_cache
    make_scratch
    train_startup_cache >"$STARTUP_CACHE_LOG" 2>&1 ||
      say "no start-up cache this time (see $STARTUP_CACHE_LOG): starts are a little slower"
    startup_cache_identity >"$STARTUP_CACHE_FOR"
    [ ! -f "$STARTUP_CACHE" ] || cksum <"$STARTUP_CACHE" >>"$STARTUP_CACHE_FOR"
  fi
  use_startup_cache
}

# Starts the service once, lets it answer, stops it, and makes the cache from what the JVM noted. In
# two steps, not by -XX:AOTCacheOutput, whose second JVM would outlive a command that is stopped.
train_startup_cache() {
  local port noted="$SCRATCH/startup.aotconf" made="$STARTUP_CACHE.new"
  port=$(free_port)
  java_command -XX:AOTMode=record "-XX:AOTConfiguration=$noted"
  "${JAVA_COMMAND[@]}" serve --port "$port" --data "$SCRATCH/data" &
  ATTENDED=$!
  if await_health "$port" "$ATTENDED"; then
    ask_for_comparisons "$port"
  fi
  stop_process "$ATTENDED" "$NOTING_SECONDS" || true
  await_attended || true
  java_command -XX:AOTMode=create "-XX:AOTConfiguration=$noted" "-XX:AOTCache=$made"
  attend "${JAVA_COMMAND[@]}" && [ -s "$made" ] && mv "$made" "$STARTUP_CACHE"
}
