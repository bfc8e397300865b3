# shellcheck shell=bash
# What a command tells its user: steps, warnings, and why it gives up.

say() { printf '==> %s\n' "$*"; }

warn() { printf 'warning: %s\n' "$*" >&2; }

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}
