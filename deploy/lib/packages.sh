# shellcheck shell=bash
# The system's package manager: apt on Debian and Ubuntu, Homebrew on macOS.

package_manager() {
  if command -v apt-get >/dev/null 2>&1; then
    echo apt
  elif command -v brew >/dev/null 2>&1; then
    echo brew
  else
    echo none
  fi
}

can_be_root() { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Reads the package lists anew, once, and only when something is missing.
refresh_apt() {
  [ -z "${APT_REFRESHED:-}" ] || return 0
  say "reading the package lists (apt-get update)"
  as_root apt-get update -qq || warn "apt-get update failed; going on with the lists at hand"
  APT_REFRESHED=yes
}

has_apt_candidate() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

# Installs the first of the apt packages that the machine's own repositories offer.
install_by_apt() {
  local package
  can_be_root || return 1
  refresh_apt
  for package in "$@"; do
    if has_apt_candidate "$package"; then
      say "installing $package (apt-get install)"
      as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$package" >&2
      return
    fi
  done
  return 1
}

# install_package BREW_NAME APT_NAME…: fails where neither manager can do it.
install_package() {
  local brew_name="$1"
  shift
  case "$(package_manager)" in
    apt) install_by_apt "$@" ;;
    brew)
      say "installing $brew_name (brew install)"
      brew install --quiet "$brew_name" >&2
      ;;
    *) return 1 ;;
  esac
}
