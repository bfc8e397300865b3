# shellcheck shell=bash
# The other programs needed: Maven to build, npm to fetch the models, curl to ask the service.

WANTED_MAVEN=3.8
# What a Maven that is too old fetches in its stead.
FETCHED_MAVEN=3.9.11

maven_version() {
  "$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1
}

fetched_maven() {
  printf '%s/apache-maven-%s\n' \
    "${FACE_SERVICE_CACHE:-$HOME/.cache/face-service}/maven" "$FETCHED_MAVEN"
}

# Sets MVN, installing Maven if need be.
ensure_maven() {
  MVN="$(fetched_maven)/bin/mvn"
  [ ! -x "$MVN" ] || return 0
  if ! command -v mvn >/dev/null 2>&1; then
    say "no Maven found"
    install_package maven maven ||
      die "Please install Maven $WANTED_MAVEN or later, so that mvn is on PATH."
  fi
  MVN=mvn
  at_least "$(maven_version mvn)" "$WANTED_MAVEN" || fetch_maven
}

# Lets a Maven that is too old fetch a newer one, as it fetches any other artefact.
fetch_maven() {
  local there old
  there=$(dirname "$(fetched_maven)")
  old=$(maven_version mvn)
  say "Maven $old is older than $WANTED_MAVEN: fetching Maven $FETCHED_MAVEN into $there"
  mkdir -p "$there"
  (cd "$there" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    "-Dartifact=org.apache.maven:apache-maven:$FETCHED_MAVEN:tar.gz:bin" \
    "-DoutputDirectory=$there" &&
    tar -xzf "apache-maven-$FETCHED_MAVEN-bin.tar.gz" &&
    rm "apache-maven-$FETCHED_MAVEN-bin.tar.gz") ||
    die "Please install Maven $WANTED_MAVEN or later: this is $old, and it could not fetch a newer one."
  MVN="$(fetched_maven)/bin/mvn"
}

# ensure_program COMMAND BREW_NAME APT_NAME
ensure_program() {
  command -v "$1" >/dev/null 2>&1 && return
  say "no $1 found"
  install_package "$2" "$3" || warn "$3 could not be installed"
  command -v "$1" >/dev/null 2>&1 || die "Please install $3, so that $1 is on PATH."
}

# All but Maven, which only a build needs.
ensure_tools() {
  ensure_jdk
  ensure_program npm node npm
  ensure_program curl curl curl
}
