# shellcheck shell=bash
# How many tests of each port's contract kit each of its adapters passed in the last run: read from
# the sources of kits and tests, and from Maven's reports. Maven itself prints it, at its end.

# One line for each kit: its adapters, and how many of its tests each passed.
print_kits() {
  local kit path number line
  taken_kits | cut -d ' ' -f 1 | sort -u | while read -r kit; do
    line=
    while read -r path; do
      number=$(kit_tests_passed "$kit" "$path")
      line="$line${line:+, }$(adapter_of "$path") $number"
    done < <(taken_kits | sed -n "s/^$kit //p" | sort)
    printf 'contract kit %s: %s\n' "${kit%Contract}" "$line"
  done
}

# The tests that take a kit, as "kit source" a line.
taken_kits() {
  grep -rE --include='*Test.java' 'extends [A-Za-z]+Contract[<{ ]' "$ROOT"/*/src/test/java |
    sed 's/^\(.*\.java\):.*extends \([A-Za-z]*Contract\).*/\2 \1/'
}

adapter_of() {
  local name="${1##*/}"
  printf '%s\n' "${name%Test.java}"
}

# kit_tests_passed KIT SOURCE: a number, less than all if some failed; or that the test was not run.
kit_tests_passed() {
  local report
  report=$(report_on "$2")
  if [ -f "$report" ]; then
    kit_claims "$1" | count_passed "$report"
  else
    echo 'not run'
  fi
}

# Maven's report on a test, by its source.
report_on() {
  local class="${1##*/src/test/java/}"
  class=$(printf '%s\n' "${class%.java}" | tr / .)
  printf '%s/target/surefire-reports/TEST-%s.xml\n' "${1%%/src/test/java/*}" "$class"
}

# What a kit claims, and what those claim that it extends: a test's name a line.
kit_claims() {
  local source
  source=$(find "$ROOT"/*/src/test/java -name "$1.java" | head -n 1)
  [ -n "$source" ] || return 0
  sed -n 's/^  final void \([A-Za-z0-9_]*\)(.*/\1/p' "$source"
  kit_claims "$(sed -n 's/.* extends \([A-Za-z]*Contract\)[<{ ].*/\1/p' "$source" | head -n 1)"
}

# How many of the tests of a report were passed whose names come from standard input.
count_passed() {
  awk '
    NR == FNR { claimed[$1] = 1; next }
    function settle() { passed += ours && !failed; ours = 0 }
    /<testcase / {
      settle()
      name = $0
      sub(/.*<testcase name="/, "", name)
      sub(/[^A-Za-z0-9_].*/, "", name)
      ours = name in claimed
      failed = 0
    }
    /<(failure|error|skipped)[ >\/]/ { failed = 1 }
    END { settle(); print passed + 0 }
  ' - "$1"
}
