# shellcheck shell=bash
# Just enough JSON to show an answer without further programs.

# The value of a top-level string or number in the one-line JSON object on standard input.
json_field() { sed -n 's/.*"'"$1"'" *: *"\{0,1\}\([^",}]*\).*/\1/p' | head -n 1; }

# The JSON object on standard input with one top-level field a line.
json_lines() {
  awk '{
    depth = 0; quoted = 0; out = ""
    for (i = 1; i <= length($0); i++) {
      c = substr($0, i, 1)
      if (quoted) {
        if (c == "\\") { out = out c; i++; c = substr($0, i, 1) }
        else if (c == "\"") quoted = 0
        out = out c
      } else if (c == "\"") { quoted = 1; out = out c }
      else if (c == "{" || c == "[") { depth++; out = out c; if (depth == 1) out = out "\n  " }
      else if (c == "}" || c == "]") { depth--; if (depth == 0) out = out "\n"; out = out c }
      else if (c == "," && depth == 1) out = out ",\n  "
      else if (c == ":" && depth == 1) out = out ": "
      else out = out c
    }
    print out
  }'
}
