# shellcheck shell=bash
# The real servers that the tests of profile "backends" run on. The tests start and stop them; here
# they are only fetched, each once, into the cache.

# Sets BACKEND_PROFILES for Maven besides.
ensure_backends() {
  BACKEND_PROFILES=backends
  # ONNX Runtime for CUDA is made for these alone, and Maven fetches it.
  [ "$(uname -s) $(uname -m)" != 'Linux x86_64' ] || BACKEND_PROFILES="$BACKEND_PROFILES,cuda-build"
  ensure_opensearch
  ensure_milvus_lite
  FACE_TEST_FERRETDB=$(install_ferretdb)
  export FACE_TEST_FERRETDB
  ensure_backend_tfserving
  if can_part_networks; then
    ensure_milvus_server
    # shellcheck disable=SC2034 # read by deploy/test
    BACKEND_PROFILES="$BACKEND_PROFILES,namespaces"
  else
    warn "this machine gives no program a network of its own, so the tests on the standalone Milvus server are left out; those on Milvus Lite are not"
  fi
}
