# shellcheck shell=bash
# The Milvus servers that tests run on: the standalone server, and Milvus Lite. Both come from PyPI,
# by pip, pinned by version and checksum, into the cache; nothing is installed into the system but
# Python's venv where it is missing.

milvus_cache() { printf '%s/milvus\n' "${FACE_SERVICE_CACHE:-$HOME/.cache/face-service}"; }

# Pins are part of the name, so that changed ones are installed anew.
milvus_directory() {
  printf '%s/%s-%s\n' "$(milvus_cache)" "$1" "$(cksum <"$ROOT/deploy/lib/milvus/$1.txt" | cut -d ' ' -f 1)"
}

# Debian splits venv from Python, and says so only when it is used.
ensure_python_venv() {
  python3 -c 'import ensurepip, venv' >/dev/null 2>&1 && return
  say "no Python with venv found"
  install_package python3 python3-venv || warn "python3-venv could not be installed"
  python3 -c 'import ensurepip, venv' >/dev/null 2>&1 ||
    die "Please install Python 3 with venv (python3-venv), so that the Milvus servers can be fetched."
}

# install_milvus NAME: the wheels of NAME.txt, in a Python environment of their own.
install_milvus() {
  local name="$1" there
  there=$(milvus_directory "$name")
  [ ! -e "$there/installed" ] || return 0
  say "fetching Milvus ($name) into $there"
  rm -rf "$there"
  mkdir -p "$there"
  python3 -m venv "$there" || die "a Python environment could not be made in $there"
  "$there/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
    --only-binary :all: --require-hashes --requirement "$ROOT/deploy/lib/milvus/$name.txt" >&2 ||
    die "Milvus ($name) could not be fetched; see above."
  [ "$name" != server ] || unpack_milvus_server "$there"
  : >"$there/installed"
}

# The wheel holds the server's binary and its libraries packed, one by one.
unpack_milvus_server() {
  "$1/bin/python" - "$1" <<'END' || die "the Milvus server could not be unpacked"
import lzma, pathlib, shutil, sys
import milvus

home = pathlib.Path(sys.argv[1], "home")
data = pathlib.Path(milvus.__file__).parent / "data"
(home / "bin").mkdir(parents=True, exist_ok=True)
for packed in (data / "bin").glob("*.lzma"):
    there = home / "bin" / packed.stem
    with lzma.open(packed) as source, open(there, "wb") as target:
        shutil.copyfileobj(source, target)
    there.chmod(0o755)
shutil.copy(data / "glog.conf", home / "glog.conf")
END
}

# Sets and exports FACE_TEST_MILVUS_LITE (a Python environment with the module milvus_lite).
ensure_milvus_lite() {
  require_milvus_machine
  install_milvus lite
  FACE_TEST_MILVUS_LITE="$(milvus_directory lite)"
  export FACE_TEST_MILVUS_LITE
}

# Sets and exports FACE_TEST_MILVUS_HOME (bin/milvus and its libraries). This server listens on all
# addresses that it sees, and cannot be told otherwise: tests start it by apart.py, in a network of its own.
ensure_milvus_server() {
  require_milvus_machine
  install_milvus server
  FACE_TEST_MILVUS_HOME="$(milvus_directory server)/home"
  export FACE_TEST_MILVUS_HOME
}

require_milvus_machine() {
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64') ;;
    *) die "The Milvus server for tests is only to be had for 64-bit Linux on Intel or AMD." ;;
  esac
  ensure_python_venv
}

APART="$ROOT/adapters-vectorstore/src/test/resources/io/faceservice/vectorstore/milvus/apart.py"

# Whether this machine lets a program have a network of its own, with 127.0.0.1 alone.
can_part_networks() { python3 "$APART" -- true 2>/dev/null; }
