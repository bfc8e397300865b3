# shellcheck shell=bash
# Reading and comparing version numbers.

# The major version of a Java version: 25 for 25.0.3, 25-ea and 25; 8 for 1.8.0_292; 0 for nonsense.
java_major() {
  local version="${1#1.}"
  version="${version%%[!0-9]*}"
  printf '%s\n' "${version:-0}"
}

# Whether version $1 is $2 or later, by their first two numbers.
at_least() {
  local major="${1%%.*}" minor wanted_major="${2%%.*}" wanted_minor
  minor=$(second_number "$1")
  wanted_minor=$(second_number "$2")
  major="${major%%[!0-9]*}"
  [ -n "$major" ] || return 1
  [ "$major" -gt "$wanted_major" ] ||
    { [ "$major" -eq "$wanted_major" ] && [ "$minor" -ge "$wanted_minor" ]; }
}

second_number() {
  case "$1" in
    *.*)
      local rest="${1#*.}"
      rest="${rest%%[!0-9]*}"
      printf '%s\n' "${rest:-0}"
      ;;
    *) printf '0\n' ;;
  esac
}
