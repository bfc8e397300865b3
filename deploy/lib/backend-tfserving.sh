# shellcheck shell=bash
# What the tests of profile "backends" need for TensorFlow Serving: TensorFlow, which stands in for
# it, and the default pack in its layout. The tests start and stop the server themselves.

saved_models_directory() {
  printf '%s/saved-models/%s\n' "${FACE_SERVICE_CACHE:-$HOME/.cache/face-service}" \
    "$(basename "$(noted_models 2)")"
}

# Sets and exports FACE_TEST_TFSERVING_HOME (a Python environment with TensorFlow) and
# FACE_TEST_TFSERVING_MODELS (models.config and the folders that it names). Needs ensure_models to
# have been called.
ensure_backend_tfserving() {
  ensure_tensorflow
  FACE_TEST_TFSERVING_HOME=$(tensorflow_directory)
  FACE_TEST_TFSERVING_MODELS=$(saved_models_directory)
  export FACE_TEST_TFSERVING_HOME FACE_TEST_TFSERVING_MODELS
  [ -f "$FACE_TEST_TFSERVING_MODELS/models.config" ] || {
    say "exporting the default model pack for TensorFlow Serving into $FACE_TEST_TFSERVING_MODELS"
    export_saved_models "$FACE_TEST_TFSERVING_MODELS" "$(noted_models 2)"/*.onnx
  }
}
