# shellcheck shell=bash
# shellcheck disable=SC2034 # the commands read what is set here
# Where things are. Nothing here creates anything.

# Some containers start without HOME.
if [ -z "${HOME:-}" ]; then
  HOME=$(cd ~ && pwd)
  export HOME
fi

TARGET="$ROOT/bootstrap/target"
JAR="$TARGET/face-service.jar"

# Enrolled faces outlive a clone and do not belong in a source tree, so they are kept under HOME.
DEFAULT_DATA="${XDG_DATA_HOME:-$HOME/.local/share}/face-service"

# Process ids and logs of services started with --detach.
STATE="${XDG_STATE_HOME:-$HOME/.local/state}/face-service"

pid_file() { printf '%s/%s.pid\n' "$STATE" "$1"; }

log_file() { printf '%s/%s.log\n' "$STATE" "$1"; }

# The path as seen from anywhere; $2, if given, is what a relative one starts from.
absolute() {
  case "$1" in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s/%s\n' "${2:-$PWD}" "$1" ;;
  esac
}

# A directory that only its owner can read, as becomes faces and what is said of them.
private_directory() {
  [ -d "$1" ] || (umask 077 && mkdir -p "$1") || die "cannot create the directory $1"
  [ -w "$1" ] || die "the directory $1 is not writable"
}
