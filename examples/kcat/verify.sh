#!/usr/bin/env bash
#
# Rent a number, wait for its code and print it. Needs kcat and jq.
#
#   examples/kcat/verify.sh signup-17 1 6        id of your choice, platform, country
#   examples/kcat/verify.sh signup-18 1 6 120    give the code 120 s instead of 90 s
#
# Ends with 0 when the code is there, 3 when the request ended without one, and 5 when nothing came within WAIT_SECONDS
# (300): then the request is withdrawn. Else something failed.
set -euo pipefail

if (($# < 3 || $# > 4)); then
  echo "usage: verify.sh ID PLATFORM COUNTRY [TIMEOUT_SECONDS]" >&2
  exit 2
fi
id=$1
brokers=${OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}
wait_seconds=${WAIT_SECONDS:-300}
# Results carry the broker's time, and its clock may differ from ours.
since=$((($(date +%s) - 60) * 1000))

# Everything on a topic of results since then that is about this request, as JSON.
results() {
  kcat -C -e -q -b "$brokers" -X isolation.level=read_committed -t "$1" -o "s@$since" -J |
    jq -c --arg id "$id" 'select(.key == $id) | .payload | fromjson'
}

request=$(jq -cn --arg platform "$2" --arg country "$3" --argjson timeout "${4:-90}" \
  '{platform: $platform, countries: [$country], timeout_seconds: $timeout, max_attempts: 1}')
# With murmur2 the key goes where Kafka's own clients put it, so that a command of theirs finds this request.
kcat -P -b "$brokers" -X partitioner=murmur2_random -X message.timeout.ms=10000 -t verification.requests -K : \
  <<<"$id:$request"

# Whatever goes wrong here, a number that nobody waits for is given back.
withdraw() { "$(dirname "$0")/withdraw.sh" "$id"; }
trap withdraw EXIT

until ((SECONDS >= wait_seconds)); do
  code=$(results verification.otp-results | jq -r 'select(.follow_up | not) | .code')
  if [[ -n $code ]]; then
    trap - EXIT
    echo "code $code"
    exit
  fi
  ending=$(results verification.expiry-results | jq -r '"\(.outcome): \(.reason)"')
  if [[ -n $ending ]]; then
    trap - EXIT
    echo "$ending"
    exit 3
  fi
  sleep 1
done

trap - EXIT
withdraw
echo "nothing came within $wait_seconds s, so $id is withdrawn" >&2
exit 5
