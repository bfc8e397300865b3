# shellcheck shell=bash
# What the tests of profile "backends" need for TensorFlow Serving: TensorFlow, which stands in for
# it, and the default pack in its layout. The tests start and stop the server themselves.

ensure_backend_tfserving() {
  local pack target
  ensure_tensorflow
  pack=$(noted_models 2)
  target="${FACE_SERVICE_CACHE:-$HOME/.cache/face-service}/saved-models/$(basename "$pack")"
  [ -f "$target/models.config" ] || {
    say "exporting the default model pack for TensorFlow Serving into $target"
    export_saved_models "$target" "$pack"/*.onnx
  }
}
