# shellcheck shell=bash
# A comparison of sample photos by a running service, as any client would ask for it.

# The body of a /check-2-face request, from two files. By way of a file: photos are longer than a
# command line may be.
comparison_request() {
  printf '{"is_live_check":false,"people_1":"'
  base64 <"$1" | tr -d '\n'
  printf '","people_2":"'
  base64 <"$2" | tr -d '\n'
  printf '"}\n'
}

# compare_by_service PORT PHOTO PHOTO: the service's answer.
compare_by_service() {
  comparison_request "$2" "$3" >"$SCRATCH/request.json"
  curl -s --noproxy '*' --max-time 30 -H 'Content-Type: application/json' \
    --data-binary "@$SCRATCH/request.json" "$(service_url "$1")/check-2-face"
}

# In words: what the service decided, and by which score.
in_words() {
  local decision score
  decision=$(json_field compare_result <<<"$1")
  score=$(LC_ALL=C printf '%.3f' "$(json_field similator_percent <<<"$1")")
  case "$decision" in
    MATCH) echo "one person (similarity $score)" ;;
    DO_NOT_MATCH) echo "two different people (similarity $score)" ;;
    *) echo "no decision" ;;
  esac
}

# show_comparison PORT PHOTO PHOTO TRUTH EXPECTED_RESULT
show_comparison() {
  local answer
  printf '\nPOST /check-2-face: %s and %s, %s\n' "$(basename "$2")" "$(basename "$3")" "$4"
  answer=$(compare_by_service "$1" "$2" "$3") || answer=''
  json_lines <<<"$answer"
  printf 'The service says: %s.\n' "$(in_words "$answer")"
  [ "$(json_field compare_result <<<"$answer")" = "$5" ] || warn "expected was $5"
}

# show_demo PORT: two photos of one person, then photos of two people.
show_demo() {
  local samples
  make_scratch
  samples=$(samples_directory)
  show_comparison "$1" "$samples/person-a-1.jpg" "$samples/person-a-2.jpg" \
    "two photos of one person" MATCH
  show_comparison "$1" "$samples/person-a-1.jpg" "$samples/person-b-1.jpg" \
    "photos of two people" DO_NOT_MATCH
  printf '\n'
}

# The same requests, unseen.
ask_for_comparisons() {
  local samples
  samples=$(samples_directory)
  compare_by_service "$1" "$samples/person-a-1.jpg" "$samples/person-a-2.jpg"
  compare_by_service "$1" "$samples/person-a-1.jpg" "$samples/person-b-1.jpg"
}
