# shellcheck shell=bash
# Everything the commands share. Sourced by a script that has set ROOT to the top of the clone.
# Written for bash 3.2 and BSD tools too, as macOS has them.

# shellcheck source=say.sh
. "$ROOT/deploy/lib/say.sh"
# shellcheck source=places.sh
. "$ROOT/deploy/lib/places.sh"
# shellcheck source=versions.sh
. "$ROOT/deploy/lib/versions.sh"
# shellcheck source=packages.sh
. "$ROOT/deploy/lib/packages.sh"
# shellcheck source=jdk.sh
. "$ROOT/deploy/lib/jdk.sh"
# shellcheck source=tools.sh
. "$ROOT/deploy/lib/tools.sh"
# shellcheck source=attend.sh
. "$ROOT/deploy/lib/attend.sh"
# shellcheck source=build.sh
. "$ROOT/deploy/lib/build.sh"
# shellcheck source=port.sh
. "$ROOT/deploy/lib/port.sh"
# shellcheck source=service.sh
. "$ROOT/deploy/lib/service.sh"
# shellcheck source=startup-cache.sh
. "$ROOT/deploy/lib/startup-cache.sh"
# shellcheck source=models.sh
. "$ROOT/deploy/lib/models.sh"
# shellcheck source=running.sh
. "$ROOT/deploy/lib/running.sh"
# shellcheck source=json.sh
. "$ROOT/deploy/lib/json.sh"
# shellcheck source=demo.sh
. "$ROOT/deploy/lib/demo.sh"
# shellcheck source=options.sh
. "$ROOT/deploy/lib/options.sh"
# shellcheck source=tensorflow.sh
. "$ROOT/deploy/lib/tensorflow.sh"
# shellcheck source=backend-opensearch.sh
. "$ROOT/deploy/lib/backend-opensearch.sh"
# shellcheck source=backend-milvus.sh
. "$ROOT/deploy/lib/backend-milvus.sh"
# shellcheck source=backend-ferretdb.sh
. "$ROOT/deploy/lib/backend-ferretdb.sh"
# shellcheck source=backend-tfserving.sh
. "$ROOT/deploy/lib/backend-tfserving.sh"
# shellcheck source=backends.sh
. "$ROOT/deploy/lib/backends.sh"
# shellcheck source=kits.sh
. "$ROOT/deploy/lib/kits.sh"
