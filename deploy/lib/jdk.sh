# shellcheck shell=bash
# The JDK to build and run with.

WANTED_JDK=25

# The major version of the JDK in a directory, 0 if there is none that can compile.
jdk_major() {
  local version=''
  if [ ! -x "$1/bin/javac" ] || [ ! -x "$1/bin/java" ]; then
    echo 0
    return
  fi
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)".*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  java_major "$version"
}

# Directories in which JDKs are usually found, one a line, whether they exist or not.
usual_jdks() {
  local home
  for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    printf '%s\n' "$home"
  done
}

# The home of the java that is on PATH.
jdk_on_path() {
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Of the directories on standard input, that of the oldest JDK that is new enough; else it fails.
oldest_fit() {
  local home major best='' best_major=0
  while read -r home; do
    major=$(jdk_major "$home")
    if [ "$major" -ge "$WANTED_JDK" ] &&
      { [ -z "$best" ] || [ "$major" -lt "$best_major" ]; }; then
      best="$home"
      best_major="$major"
    fi
  done
  [ -n "$best" ] && printf '%s\n' "$best"
}

# The JDK to use: JAVA_HOME if it is new enough, else one from the usual places, else java on PATH.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_major "$JAVA_HOME")" -ge "$WANTED_JDK" ]; then
    printf '%s\n' "$JAVA_HOME"
  else
    usual_jdks | oldest_fit || jdk_on_path | oldest_fit
  fi
}

# Sets JAVA_HOME to a JDK that is new enough, installing one if need be.
ensure_jdk() {
  local home
  if ! home=$(find_jdk); then
    say "no JDK $WANTED_JDK found"
    install_package "openjdk@$WANTED_JDK" "openjdk-$WANTED_JDK-jdk-headless" "temurin-$WANTED_JDK-jdk" ||
      die_without_jdk
    home=$(find_jdk) || die_without_jdk
  fi
  JAVA_HOME="$home"
  export JAVA_HOME
}

die_without_jdk() {
  die "Please install a JDK $WANTED_JDK or later, for instance Eclipse Temurin (adoptium.net) unpacked anywhere, and set JAVA_HOME to its directory: this machine's package repositories offer none (Debian 12's do not have it), or root rights are missing."
}
