# shellcheck shell=bash
# The service as a process: its command line, its start and its health.

START_SECONDS=60

# Sets JAVA_COMMAND to what runs the jar, with the JVM options given; empty ones do not count. The
# user's own come from JAVA_OPTS.
java_command() {
  local option
  JAVA_COMMAND=("$JAVA_HOME/bin/java")
  # The JVM's own warnings belong on the error stream. Netty uses what these two options permit.
  JAVA_COMMAND+=(-Xlog:disable -Xlog:all=warning:stderr)
  JAVA_COMMAND+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  # The embedded gallery multiplies vectors with it; without it, it is only slower.
  JAVA_COMMAND+=(--add-modules jdk.incubator.vector)
  for option in "$@"; do
    [ -z "$option" ] || JAVA_COMMAND+=("$option")
  done
  # shellcheck disable=SC2206 # options are meant to be split at blanks
  JAVA_COMMAND+=(${JAVA_OPTS:-})
  JAVA_COMMAND+=(-jar "$JAR")
}

service_url() { printf 'http://127.0.0.1:%s\n' "$1"; }

healthy() {
  [ "$(curl -s --noproxy '*' --max-time 2 "$(service_url "$1")/health_check" 2>/dev/null)" = 0 ]
}

# Waits until the service on port $1, which is process $2, is healthy; fails if it ends or lingers.
await_health() {
  local quarters=$((START_SECONDS * 4))
  while [ "$quarters" -gt 0 ]; do
    kill -0 "$2" 2>/dev/null || return 1
    ! healthy "$1" || return 0
    sleep 0.25
    quarters=$((quarters - 1))
  done
  return 1
}
