# shellcheck shell=bash
# FerretDB, a server that speaks MongoDB's wire protocol, for the tests on real servers. It is built
# from its source, which Go's module proxy serves and Go's checksum database and the sum below vouch for.

FERRETDB_VERSION=v1.24.2
FERRETDB_SUM='h1:trrUU0LbmusMbyubhPS1IELncvrIwKrsRT2LW1UUWCw='

# The Go that FerretDB's own go.mod asks for is fetched by Go itself; to do so it must be this new.
WANTED_GO=1.21

# Installs FerretDB into the cache, unless it is there, and prints the program's path.
install_ferretdb() {
  local home="${FACE_SERVICE_CACHE:-$HOME/.cache/face-service}/ferretdb/$FERRETDB_VERSION"
  if [ ! -x "$home/ferretdb" ]; then
    build_ferretdb "$home" >&2
  fi
  printf '%s\n' "$home/ferretdb"
}

# A go new enough: the one on PATH, or one of those the package manager has.
find_go() {
  local go
  for go in go /usr/local/go/bin/go /usr/lib/go-*/bin/go; do
    if command -v "$go" >/dev/null 2>&1 && at_least "$(go_version "$go")" "$WANTED_GO"; then
      printf '%s\n' "$go"
      return
    fi
  done
  return 1
}

go_version() { (cd / && "$1" version) 2>/dev/null | sed -n 's/^go version go\([0-9.]*\).*/\1/p'; }

ensure_go() {
  if ! find_go >/dev/null; then
    install_package go golang-1.24-go golang-1.23-go golang-1.22-go golang-1.21-go golang-go ||
      true
    find_go >/dev/null ||
      die "Please install Go $WANTED_GO or later, for instance from go.dev: FerretDB is built with it, and this machine's package repositories offer none that is new enough (Debian 12 has it in bookworm-backports), or root rights are missing."
  fi
}

# A module that is installed as a dependency lacks the file that tells its version, without which
# the program will not start; so its source is copied and the file is put in.
build_ferretdb() {
  local home="$1" go module source build
  ensure_go
  go=$(find_go)
  say "building FerretDB $FERRETDB_VERSION (go build)"
  module=$(cd / && GOFLAGS=-mod=mod GOTOOLCHAIN=auto "$go" mod download -json \
    "github.com/FerretDB/FerretDB@$FERRETDB_VERSION") || die "cannot fetch FerretDB's source: $module"
  [ "$(printf '%s\n' "$module" | sed -n 's/.*"Sum": "\(.*\)".*/\1/p')" = "$FERRETDB_SUM" ] ||
    die "FerretDB's source is not what it was: its sum is not $FERRETDB_SUM"
  source=$(printf '%s\n' "$module" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  private_directory "$home"
  build=$(mktemp -d "$home/build.XXXXXX")
  cp -R "$source/." "$build"
  chmod -R u+w "$build"
  printf '%s\n' "$FERRETDB_VERSION" >"$build/build/version/version.txt"
  (cd "$build" && GOFLAGS=-mod=mod GOTOOLCHAIN=auto "$go" build -trimpath -buildvcs=false \
    -o "$home/ferretdb.new" ./cmd/ferretdb) || die "FerretDB cannot be built"
  mv "$home/ferretdb.new" "$home/ferretdb"
  rm -rf "$build"
}
