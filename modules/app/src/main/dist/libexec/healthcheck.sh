#!/usr/bin/env bash
#
# Whether the otpstream of this machine or container is well, for those who can only run a command: asks the dashboard
# where the environment says that it listens.
#
#   healthcheck.sh [live|ready]     live: the process answers (the default); ready: it also has its share of the work
#
# A process without a dashboard can't be asked, and counts as not well.
set -euo pipefail

what=${1:-live}
port=${OTPSTREAM_DASHBOARD_PORT:-8085}
host=${OTPSTREAM_DASHBOARD_HOST:-127.0.0.1}
case $host in
  # It listens on all addresses, so on this one.
  0.0.0.0 | ::) host=127.0.0.1 ;;
esac

if ! { exec 3<>"/dev/tcp/$host/$port"; } 2>/dev/null; then
  echo "no dashboard at $host:$port: run with --dashboard" >&2
  exit 1
fi
printf 'GET /api/health/%s HTTP/1.0\r\nHost: %s\r\n\r\n' "$what" "$host" >&3
status=
IFS= read -r -t 5 status <&3 || true
echo "$what: ${status%$'\r'}"
[[ $status == *' 200'* ]]
