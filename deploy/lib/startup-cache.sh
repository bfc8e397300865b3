# shellcheck shell=bash
# The JDK's ahead-of-time cache (JEP 483, 514): classes loaded and linked once, so that later starts
# are quicker. A luxury: whatever goes wrong with it is noted in a file, and the start is a plain one.

STARTUP_CACHE="$TARGET/face-service.aot"
STARTUP_CACHE_LOG="$TARGET/startup-cache.log"
# What the cache was made for, or could not be made for.
STARTUP_CACHE_FOR="$TARGET/startup-cache.for"

# How long the JVM may take to write the cache after a training run.
TRAINING_SECONDS=120

startup_cache_identity() { printf '%s %s\n' "$JAVA_HOME" "$(cat "$BUILT_FROM")"; }

forget_startup_cache() { rm -f "$STARTUP_CACHE" "$STARTUP_CACHE_FOR"; }

# The JVM's option to use the cache, or nothing. The JVM itself refuses one that does not fit.
startup_cache_option() {
  if [ -s "$STARTUP_CACHE" ] && [ "$STARTUP_CACHE" -nt "$JAR" ]; then
    printf '%s\n' "-XX:AOTCache=$STARTUP_CACHE"
  fi
}

# Makes the cache unless it was made, or tried, for this very build and JDK.
ensure_startup_cache() {
  if [ -f "$STARTUP_CACHE_FOR" ] &&
    [ "$(cat "$STARTUP_CACHE_FOR")" = "$(startup_cache_identity)" ]; then
    return
  fi
  say "training the start-up cache (once for each build)"
  forget_startup_cache
  make_scratch
  train_startup_cache >"$STARTUP_CACHE_LOG" 2>&1 ||
    say "no start-up cache this time (see $STARTUP_CACHE_LOG): starts are a little slower"
  startup_cache_identity >"$STARTUP_CACHE_FOR"
}

# Starts the service once, lets it answer, stops it: the JVM then writes the cache.
train_startup_cache() {
  local port
  port=$(free_port)
  java_command "-XX:AOTCacheOutput=$SCRATCH/face-service.aot"
  "${JAVA_COMMAND[@]}" serve --port "$port" --data "$SCRATCH/data" &
  ATTENDED=$!
  if await_health "$port" "$ATTENDED"; then
    ask_for_comparisons "$port"
  fi
  stop_process "$ATTENDED" "$TRAINING_SECONDS" || true
  await_attended || true
  [ -s "$SCRATCH/face-service.aot" ] && mv "$SCRATCH/face-service.aot" "$STARTUP_CACHE"
}
