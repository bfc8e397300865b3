# shellcheck shell=bash
# Ports of this machine.

# Whether something listens on the port of the loopback interface. By bash alone: ss, lsof and
# netstat are each missing somewhere.
port_in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Ends the command if something listens on the port.
refuse_busy_port() {
  ! port_in_use "$1" ||
    die "port $1 of 127.0.0.1 is in use by another program; choose another one with --port N"
}

# A port on which nothing listens.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    port_in_use "$port" || break
  done
  printf '%s\n' "$port"
}
