# shellcheck shell=bash
# shellcheck disable=SC2034 # the commands read what is set here
# The options of the commands.

DEFAULT_PORT=15000

usage_error() {
  printf 'error: %s\nTry %s --help.\n' "$1" "$0" >&2
  exit 2
}

# Refuses a port that is none.
check_port() {
  case "$1" in
    '' | *[!0-9]* | ??????*) usage_error "--port takes a number from 1 to 65535, not '$1'" ;;
  esac
  if [ "$1" -lt 1 ] || [ "$1" -gt 65535 ]; then
    usage_error "--port takes a number from 1 to 65535, not '$1'"
  fi
}

check_file() {
  if [ ! -f "$2" ] || [ ! -r "$2" ]; then
    usage_error "$1: there is no readable file $2"
  fi
}

# Sets PORT, DATA, CONFIG, LEGACY_CONFIG, DEMO and DETACH from the options of deploy/up.
parse_up_options() {
  PORT=$DEFAULT_PORT DATA=$DEFAULT_DATA CONFIG='' LEGACY_CONFIG='' DEMO=yes DETACH=no
  while [ $# -gt 0 ]; do
    case "$1" in
      --port | --data | --config | --legacy-config)
        [ -n "${2:-}" ] || usage_error "$1 needs a value"
        set_up_option "$1" "$2"
        shift 2
        ;;
      --port=* | --data=* | --config=* | --legacy-config=*)
        [ -n "${1#*=}" ] || usage_error "${1%%=*} needs a value"
        set_up_option "${1%%=*}" "${1#*=}"
        shift
        ;;
      --no-demo) DEMO=no && shift ;;
      --detach) DETACH=yes && shift ;;
      *) usage_error "unknown option $1" ;;
    esac
  done
}

set_up_option() {
  case "$1" in
    --port)
      check_port "$2"
      PORT=$((10#$2))
      ;;
    --data) DATA=$(absolute "$2") ;;
    --config)
      check_file "$1" "$2"
      CONFIG=$(absolute "$2")
      ;;
    --legacy-config)
      check_file "$1" "$2"
      LEGACY_CONFIG=$(absolute "$2")
      ;;
  esac
}

# Sets PORT from the options of deploy/down.
parse_down_options() {
  PORT=$DEFAULT_PORT
  case "$#:${1:-}" in
    0:) ;;
    1:--port=*) set_up_option --port "${1#*=}" ;;
    2:--port) set_up_option --port "$2" ;;
    *) usage_error "unknown option ${1:-}" ;;
  esac
}
