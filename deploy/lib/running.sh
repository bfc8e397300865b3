# shellcheck shell=bash
# Services that run detached, known by a file for each port: the process id, then the fingerprint
# of the sources it was built from.

command_line() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline"
  else
    ps -ww -p "$1" -o command= 2>/dev/null
  fi
}

# Whether process $1 is a service on port $2; a process id may be another program's by now.
is_service() {
  case "$(command_line "$1") " in
    *"face-service.jar serve --port $2 "*) return 0 ;;
    *) return 1 ;;
  esac
}

# The process id of the detached service on a port; fails if there is none that runs.
running_pid() {
  local pid
  [ -f "$(pid_file "$1")" ] || return 1
  read -r pid <"$(pid_file "$1")" || return 1
  case "$pid" in
    '' | *[!0-9]*) return 1 ;;
  esac
  is_service "$pid" "$1" && printf '%s\n' "$pid"
}

note_running() {
  printf '%s\n%s\n' "$2" "$(cat "$BUILT_FROM")" >"$(pid_file "$1")"
}

# Whether the detached service on a port was built from the sources as they are.
runs_these_sources() { [ "$(sed -n 2p "$(pid_file "$1")")" = "$(fingerprint)" ]; }

# The ports that have a file, on one line.
noted_ports() {
  local file
  for file in "$STATE"/*.pid; do
    [ ! -f "$file" ] || printf '%s ' "$(basename "$file" .pid)"
  done
}
