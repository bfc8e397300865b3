#!/usr/bin/env bash
# Tests of these scripts: no network, no build, a few seconds. Each test runs in a subshell, with a
# HOME of its own, and passes if every line of it succeeds.
# shellcheck disable=SC2016,SC2317 # scripts in quotes; functions that replace the library's
set -uo pipefail
ROOT=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
SANDBOX=$(mktemp -d "${TMPDIR:-/tmp}/face-service-tests.XXXXXX")
trap 'rm -rf "$SANDBOX"' EXIT
export HOME="$SANDBOX/home" ROOT
unset XDG_DATA_HOME XDG_STATE_HOME JAVA_HOME JAVA_OPTS FACE_SERVICE_CACHE
mkdir -p "$HOME"

# ---- what tests are made of

# equals EXPECTED COMMAND…: what the command prints.
equals() {
  local expected="$1" actual
  shift
  actual=$("$@")
  [ "$actual" = "$expected" ] || {
    printf '      %s: expected <%s>, got <%s>\n' "$*" "$expected" "$actual"
    return 1
  }
}

# says CODE TEXT COMMAND…: the command ends with this code, and prints this text among others.
says() {
  local expected="$1" text="$2" actual=0 output
  shift 2
  output=$("$@" 2>&1) || actual=$?
  case "$actual:$output" in
    "$expected:"*"$text"*) ;;
    *)
      printf '      %s: expected code %s and <%s>, got code %s and <%s>\n' \
        "$*" "$expected" "$text" "$actual" "$output"
      return 1
      ;;
  esac
}

fails() { ! "$@"; }

# A program on PATH, in place of the real one; $2 is its script.
program() {
  mkdir -p "$SANDBOX/bin"
  printf '#!/bin/sh\n%s\n' "$2" >"$SANDBOX/bin/$1"
  chmod +x "$SANDBOX/bin/$1"
  PATH="$SANDBOX/bin:$PATH"
}

# A directory that looks like a JDK of this version.
jdk() {
  mkdir -p "$1/bin"
  : >"$1/bin/java" && : >"$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# Starts what looks to the scripts like a detached service on port $1; its process id is in $!.
pretend_service() {
  mkdir -p "$STATE"
  bash -c 'trap "exit 0" TERM; while :; do sleep 0.1; done' face-service.jar serve --port "$1" --data x &
  printf '%s\nsources\n' "$!" >"$(pid_file "$1")"
}

# ---- the tests

reads_java_versions() {
  equals 25 java_major 25.0.3
  equals 25 java_major 25
  equals 26 java_major 26-ea
  equals 8 java_major 1.8.0_292
  equals 0 java_major nonsense
}

compares_versions() {
  at_least 3.8.7 3.8
  at_least 3.10 3.8
  at_least 4 3.8
  fails at_least 3.6.3 3.8
  fails at_least '' 3.8
}

prefers_java_home() {
  jdk "$SANDBOX/26" 26.0.1
  JAVA_HOME="$SANDBOX/26" equals "$SANDBOX/26" find_jdk
}

passes_over_a_java_home_that_is_too_old() {
  jdk "$SANDBOX/17" 17.0.15
  jdk "$SANDBOX/25" 25.0.3
  usual_jdks() { echo "$SANDBOX/25"; }
  JAVA_HOME="$SANDBOX/17" equals "$SANDBOX/25" find_jdk
}

takes_the_oldest_jdk_that_fits() {
  jdk "$SANDBOX/17" 17.0.15
  jdk "$SANDBOX/25" 25.0.3
  jdk "$SANDBOX/26" 26.0.1
  usual_jdks() { printf '%s\n' "$SANDBOX/26" "$SANDBOX/17" "$SANDBOX/25" "$SANDBOX/none"; }
  equals "$SANDBOX/25" find_jdk
}

takes_no_runtime_for_a_jdk() {
  jdk "$SANDBOX/25" 25.0.3
  rm "$SANDBOX/25/bin/javac"
  equals 0 jdk_major "$SANDBOX/25"
}

says_what_to_install_when_apt_has_no_jdk() {
  usual_jdks() { :; }
  jdk_on_path() { :; }
  program apt-get 'exit 0'
  program apt-cache 'echo "  Candidate: (none)"'
  program sudo 'exec "$@"'
  says 1 'set JAVA_HOME' ensure_jdk
}

installs_the_first_package_that_apt_offers() {
  program apt-get 'echo "apt-get $*"'
  program apt-cache 'case "$2" in second) echo "  Candidate: 25.0.1" ;; *) echo "  Candidate: (none)" ;; esac'
  program sudo 'exec "$@"'
  says 0 'install -y -qq --no-install-recommends second' install_by_apt first second third
}

reads_the_package_lists_once() {
  program apt-get 'echo "$1" >>"$HOME/apt"'
  program apt-cache 'echo "  Candidate: (none)"'
  program sudo 'exec "$@"'
  fails install_by_apt one >/dev/null
  fails install_by_apt two
  equals update cat "$HOME/apt"
}

has_defaults_for_all_options() {
  parse_up_options
  equals "15000 $HOME/.local/share/face-service  yes no" echo "$PORT $DATA $CONFIG $DEMO $DETACH"
}

understands_all_options() {
  : >"$SANDBOX/a.yml" && : >"$SANDBOX/b.yml"
  cd "$SANDBOX"
  parse_up_options --port 16000 --data=faces --config a.yml --legacy-config "$SANDBOX/b.yml" --no-demo --detach
  equals 16000 echo "$PORT"
  equals "$SANDBOX/faces" echo "$DATA"
  equals "$SANDBOX/a.yml" echo "$CONFIG"
  equals "$SANDBOX/b.yml" echo "$LEGACY_CONFIG"
  equals 'no yes' echo "$DEMO $DETACH"
}

refuses_options_it_does_not_understand() {
  says 2 'unknown option --prot' "$ROOT/deploy/up" --prot 1
  says 2 'unknown option extra' "$ROOT/deploy/down" extra
  says 2 'needs a value' "$ROOT/deploy/up" --data
  says 2 'no readable file nowhere.yml' "$ROOT/deploy/up" --config nowhere.yml
}

refuses_ports_that_are_none() {
  local port
  for port in 0 65536 99999999999 -1 15x ''; do
    says 2 '--port' "$ROOT/deploy/up" "--port=$port"
  done
}

explains_itself() {
  says 0 'Usage: deploy/up' "$ROOT/deploy/up" --help
  says 0 'Usage: deploy/down' "$ROOT/deploy/down" --help
  says 0 'Usage: deploy/test' "$ROOT/deploy/test" --help
}

names_a_port_in_use() {
  port_in_use() { [ "$1" = 16123 ]; }
  says 1 'port 16123 of 127.0.0.1 is in use' refuse_busy_port 16123
  refuse_busy_port 16124
}

finds_a_port_free() {
  fails port_in_use "$(free_port)"
}

has_nothing_to_stop() {
  says 0 'no service runs on port 16124' "$ROOT/deploy/down" --port 16124
}

forgets_a_service_that_is_gone() {
  mkdir -p "$STATE"
  sleep 0 &
  wait $!
  echo $! >"$(pid_file 16125)"
  says 0 'gone already' "$ROOT/deploy/down" --port 16125
  fails test -e "$(pid_file 16125)"
}

spares_another_program_with_the_same_process_id() {
  mkdir -p "$STATE"
  sleep 60 &
  echo $! >"$(pid_file 16126)"
  says 0 'gone already' "$ROOT/deploy/down" --port 16126
  kill -0 $!
  kill $!
}

stops_a_detached_service() {
  pretend_service 16127
  says 0 "(process $!) has stopped" "$ROOT/deploy/down" --port 16127
  fails kill -0 $! 2>/dev/null
  fails test -e "$(pid_file 16127)"
}

names_services_on_other_ports() {
  pretend_service 16128
  says 0 'other ports: 16128' "$ROOT/deploy/down" --port 16129
  kill $!
}

passes_a_signal_on_and_ends_in_good_order() {
  cat >"$SANDBOX/serve" <<END
ROOT='$ROOT'
. "\$ROOT/deploy/lib/all.sh"
attend_signals
make_scratch
stopping_is_success
bash -c 'trap "echo stopped >'$SANDBOX/child'; exit 143" TERM; echo up >'$SANDBOX/child'; while :; do sleep 0.1; done' &
ATTENDED=\$!
echo "\$SCRATCH" >'$SANDBOX/scratch'
await_attended
END
  local pid tries=100
  bash "$SANDBOX/serve" >/dev/null &
  pid=$!
  until [ -s "$SANDBOX/child" ] && [ -s "$SANDBOX/scratch" ]; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ]
    sleep 0.1
  done
  kill -TERM "$pid"
  wait "$pid"
  equals stopped cat "$SANDBOX/child"
  fails test -e "$(cat "$SANDBOX/scratch")"
}

knows_what_was_built_from_these_sources() {
  ROOT="$SANDBOX/clone" TARGET="$SANDBOX/clone/bootstrap/target"
  mkdir -p "$TARGET/lib" "$ROOT/.mvn" "$ROOT/domain/src"
  : >"$ROOT/pom.xml"
  JAR="$TARGET/face-service.jar" BUILT_FROM="$TARGET/built-from"
  fails built
  : >"$JAR"
  note_built "$(fingerprint)"
  built
  echo class >"$ROOT/domain/src/New File.java"
  fails built
  note_built "$(fingerprint)"
  built
  touch -t 203001010000 "$TARGET/lib/replaced.jar"
  fails built
}

knows_models_that_did_not_change() {
  MODELS_NOTE="$SANDBOX/note"
  fails models_unchanged
  mkdir -p "$SANDBOX/pack" "$SANDBOX/my samples"
  echo weights >"$SANDBOX/pack/a.onnx"
  printf '%s\n' '' "$SANDBOX/pack" "$SANDBOX/my samples" \
    "$(checksum_of "$SANDBOX/pack" "$SANDBOX/my samples")" >"$MODELS_NOTE"
  models_unchanged
  equals "$SANDBOX/my samples" samples_directory
  FACE_SERVICE_CACHE=elsewhere fails models_unchanged
  rm "$SANDBOX/pack/a.onnx"
  fails models_unchanged
}

writes_requests_longer_than_a_command_line() {
  head -c 3000000 /dev/zero >"$SANDBOX/a.jpg"
  printf 'photo' >"$SANDBOX/b.jpg"
  comparison_request "$SANDBOX/a.jpg" "$SANDBOX/b.jpg" >"$SANDBOX/request"
  equals 1 grep -c '"people_2":"cGhvdG8="}$' "$SANDBOX/request"
  [ "$(wc -c <"$SANDBOX/request")" -gt 4000000 ]
}

reads_answers() {
  local answer='{"status":"SUCCESS","compare_result":"MATCH","similator_percent":0.87,"box":[1,2],"x":"a,\"}b"}'
  equals MATCH json_field compare_result <<<"$answer"
  equals 0.87 json_field similator_percent <<<"$answer"
  equals 'one person (similarity 0.870)' in_words "$answer"
  equals 'no decision' in_words ''
  equals '{
  "status": "SUCCESS",
  "compare_result": "MATCH",
  "similator_percent": 0.87,
  "box": [1,2],
  "x": "a,\"}b"
}' json_lines <<<"$answer"
}

counts_the_tests_of_each_kit_that_each_adapter_passed() {
  ROOT="$SANDBOX/clone"
  local kits="$ROOT/core/src/test/java/kit" tests="$ROOT/stores/src/test/java/a/b"
  local reports="$ROOT/stores/target/surefire-reports"
  mkdir -p "$kits" "$tests" "$reports"
  printf '%s\n' 'abstract class LifeContract<T> {' '  final void lives() {' >"$kits/LifeContract.java"
  printf '%s\n' 'abstract class StoreContract extends LifeContract<Store> {' '  final void keeps() {' \
    '  final void forgets(String name) {' >"$kits/StoreContract.java"
  printf 'final class %sTest extends StoreContract {\n' File | tee "$tests/FileTest.java" >"$tests/FarTest.java"
  printf '%s\n' '<testsuite>' '<testcase name="keeps" time="1"/>' '<testcase name="its.own" time="1"/>' \
    '<testcase name="ownToo" time="1"/>' '<testcase name="forgets(String)[1]" time="1"/>' \
    '<testcase name="forgets(String)[2]" time="1">' '<failure message="x"/>' '</testcase>' \
    '<testcase name="lives" time="1">' '<system-out>said</system-out>' '</testcase>' '</testsuite>' \
    >"$reports/TEST-a.b.FileTest.xml"
  equals 'contract kit Store: Far not run, File 3' print_kits
}

# ---- running them

claims() {
  sed -n '/^# ---- the tests/,/^# ---- running/s/^\([a-z_]*\)() {$/\1/p' "${BASH_SOURCE[0]}"
}

passed=0
failed=0
while read -r claim <&3; do
  rm -rf "${SANDBOX:?}"/*
  mkdir -p "$HOME"
  # Not as the condition of an if, where bash would ignore set -e.
  (
    # shellcheck source=all.sh
    . "$ROOT/deploy/lib/all.sh"
    set -e
    "$claim"
  )
  # shellcheck disable=SC2181
  if [ $? -eq 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '  FAILED %s\n' "$claim"
  fi
done 3< <(claims)
printf 'scripts: %s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
