# shellcheck shell=bash
# The real servers that the tests of profile "backends" run on. The tests start and stop them; here
# they are only fetched, each once, into the cache.

ensure_backends() {
  ensure_opensearch
  ensure_milvus_lite
  FACE_TEST_FERRETDB=$(install_ferretdb)
  export FACE_TEST_FERRETDB
  ensure_backend_tfserving
}
