# shellcheck shell=bash
# Running a program so that whoever stops the command stops the program with it.

# Process id of the program attended; empty when there is none.
ATTENDED=''
# Removed when the command ends, however it ends.
SCRATCH=''

GRACE_SECONDS=30

# Runs an external program in the foreground and returns its code.
attend() {
  "$@" &
  ATTENDED=$!
  await_attended
}

await_attended() {
  local code=0
  wait "$ATTENDED" || code=$?
  ATTENDED=''
  return "$code"
}

# stop_process PID [SECONDS]: asks a process to end, and makes it end when it takes longer; fails in
# the second case.
stop_process() {
  local pid="$1" seconds="${2:-$GRACE_SECONDS}"
  local tenths=$((seconds * 10))
  kill -TERM "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null; do
    if [ "$tenths" -le 0 ]; then
      warn "process $pid did not end within $seconds s and was killed"
      kill -KILL "$pid" 2>/dev/null || true
      return 1
    fi
    sleep 0.1
    tenths=$((tenths - 1))
  done
}

# Stops what is attended and ends the command with code $1; with 1 if it had to be killed.
stop_on_signal() {
  local code="$1"
  trap '' INT TERM HUP
  if [ -n "$ATTENDED" ]; then
    say "stopping"
    stop_process "$ATTENDED" || code=1
    wait "$ATTENDED" 2>/dev/null || true
  fi
  exit "$code"
}

attend_signals() {
  trap 'stop_on_signal 129' HUP
  trap 'stop_on_signal 130' INT
  trap 'stop_on_signal 143' TERM
  trap 'remove_scratch' EXIT
}

# From here on, being stopped is how the command is meant to end.
stopping_is_success() { trap 'stop_on_signal 0' HUP INT TERM; }

# Sets SCRATCH to a new private directory.
make_scratch() { [ -n "$SCRATCH" ] || SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/face-service.XXXXXX"); }

remove_scratch() { [ -z "$SCRATCH" ] || rm -rf "$SCRATCH"; }
