# shellcheck shell=bash
# TensorFlow in a Python environment of its own, outside the tree: it exports model packs, and stands
# in for TensorFlow Serving in tests.

TENSORFLOW_VERSION=2.21.0
TENSORFLOW_REQUIREMENTS="$ROOT/deploy/lib/tensorflow/requirements.txt"

tensorflow_directory() {
  printf '%s/tensorflow/%s\n' "${FACE_SERVICE_CACHE:-$HOME/.cache/face-service}" "$TENSORFLOW_VERSION"
}

# Whether that environment was made from the requirements as they are.
tensorflow_installed() {
  [ -x "$(tensorflow_directory)/bin/python" ] &&
    cmp -s "$TENSORFLOW_REQUIREMENTS" "$(tensorflow_directory)/requirements.txt"
}

# Sets TENSORFLOW_PYTHON, installing what is missing.
ensure_tensorflow() {
  local there
  there=$(tensorflow_directory)
  # shellcheck disable=SC2034 # read by the commands
  TENSORFLOW_PYTHON="$there/bin/python"
  tensorflow_installed || install_tensorflow "$there"
}

install_tensorflow() {
  ensure_program python3 python@3.13 python3
  python3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' ||
    die "Please install Python 3.11, 3.12 or 3.13: TensorFlow $TENSORFLOW_VERSION is pinned for these."
  python3 -c 'import ensurepip, venv' 2>/dev/null || install_package python@3.13 python3-venv ||
    die "Please install python3-venv."
  say "installing TensorFlow $TENSORFLOW_VERSION into $1 (some 300 MB, once)"
  rm -rf "$1"
  mkdir -p "$(dirname "$1")"
  python3 -m venv "$1" || die "python3 cannot make an environment in $1"
  attend "$1/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
    --only-binary :all: --require-hashes -r "$TENSORFLOW_REQUIREMENTS" ||
    die "TensorFlow could not be installed; see above. It is pinned for Linux on x86-64."
  cp "$TENSORFLOW_REQUIREMENTS" "$1/requirements.txt"
}

# export_saved_models TARGET FILE…: the ONNX models as TensorFlow Serving wants them.
export_saved_models() {
  ensure_tensorflow
  attend "$TENSORFLOW_PYTHON" "$ROOT/deploy/lib/tensorflow/export_saved_model.py" "$@" \
    2> >(grep -v '^[IWE]0000 \|^WARNING: All log' >&2 || true)
}
