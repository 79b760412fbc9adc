#!/usr/bin/env bash
#
# Withdraw a request: its number is given back, and its final record says withdrawn. Needs kcat.
#
#   examples/kcat/withdraw.sh signup-17
set -euo pipefail

if (($# != 1)); then
  echo "usage: withdraw.sh ID" >&2
  exit 2
fi
brokers=${OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}

# A command has the key of its request, and only with murmur2 it goes to the same partition.
kcat -P -b "$brokers" -X partitioner=murmur2_random -X message.timeout.ms=10000 -t verification.commands -K : \
  <<<"$1:{\"type\":\"withdraw\"}"
