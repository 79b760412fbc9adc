#!/usr/bin/python3
"""Rent a number, wait for its code and print it. Needs kafka-python 2.0 (Debian: python3-kafka).

    examples/python/verify.py signup-17 1 6        id of your choice, platform, country
    examples/python/verify.py signup-18 1 6 120    give the code 120 s instead of 90 s

Ends with 0 when the code is there, 3 when the request ended without one, and 5 when nothing came within WAIT_SECONDS
(300): then the request is withdrawn. With 1 something failed.
"""

import json
import os
import sys
import time

from committed import KafkaConsumer
from kafka import KafkaProducer, TopicPartition
from kafka.errors import KafkaError

RESULTS = ["verification.otp-results", "verification.expiry-results"]


def verify(brokers, id, request, wait_seconds):
    """The final record of the request: with a code, or with an outcome; None if it didn't come in time."""
    consumer = KafkaConsumer(bootstrap_servers=brokers)
    # Its partitioner hashes keys as Kafka's own clients do, so that a command finds its request.
    producer = KafkaProducer(bootstrap_servers=brokers, acks="all", value_serializer=lambda v: json.dumps(v).encode())
    partitions = [TopicPartition(topic, n) for topic in RESULTS for n in consumer.partitions_for_topic(topic) or ()]
    if not partitions:
        raise KafkaError(f"no topic {' or '.join(RESULTS)}")
    consumer.assign(partitions)
    # From where the topics end before the request is sent, so that no answer can be missed.
    for partition, end in consumer.end_offsets(partitions).items():
        consumer.seek(partition, end)
    producer.send("verification.requests", key=id.encode(), value=request).get(10)
    record = None
    try:
        deadline = time.monotonic() + wait_seconds
        while record is None and time.monotonic() < deadline:
            record = final_record(consumer.poll(timeout_ms=500).values(), id)
        return record
    finally:
        # Whatever went wrong here, a number that nobody waits for is given back.
        if record is None:
            producer.send("verification.commands", key=id.encode(), value={"type": "withdraw"}).get(10)


def final_record(polled, id):
    for record in (json.loads(message.value) for messages in polled for message in messages):
        if record["request_id"] == id and not record.get("follow_up"):
            return record
    return None


def main(id, platform, country, timeout="90"):
    request = {"platform": platform, "countries": [country], "timeout_seconds": int(timeout), "max_attempts": 1}
    brokers = os.environ.get("OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092").split(",")
    wait_seconds = float(os.environ.get("WAIT_SECONDS", "300"))
    record = verify(brokers, id, request, wait_seconds)
    if record is None:
        print(f"nothing came within {wait_seconds:.0f} s, so {id} is withdrawn", file=sys.stderr)
        return 5
    print(f"code {record['code']}" if "code" in record else f"{record['outcome']}: {record['reason']}")
    return 0 if "code" in record else 3


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or not all(text.isdigit() for text in sys.argv[4:]):
        print("usage: verify.py ID PLATFORM COUNTRY [TIMEOUT_SECONDS]", file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(main(*sys.argv[1:]))
    except KafkaError as problem:
        sys.exit(f"verify: {problem}")
