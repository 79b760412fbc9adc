#!/usr/bin/python3
"""Show the latest success rates, read from Kafka without any of otpstream's own code.

Needs confluent-kafka (Debian: python3-confluent-kafka; see committed.py about kafka-python).

    ./examples/python/success_rates.py --bootstrap-servers 127.0.0.1:9092
    ./examples/python/success_rates.py --by hour
"""

import argparse
import json
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

TOPICS = {
    "country": "verification.success-rates",
    "platform": "verification.success-rates-by-platform",
    "hour": "verification.success-rates-by-hour",
}


def read_table(bootstrap_servers, topic, patience_seconds=10.0):
    """The latest record of every key, as a dict of key to value."""
    consumer = Consumer(
        {
            "bootstrap.servers": bootstrap_servers,
            # Required by the library. Nothing is committed, so no group appears on the cluster.
            "group.id": "success-rates-reader",
            "enable.auto.commit": False,
            # otpstream writes in transactions; what was aborted must not be seen.
            "isolation.level": "read_committed",
            # The end is told as an event: it can't be seen from offsets, since transactions use some of them.
            "enable.partition.eof": True,
        }
    )
    try:
        metadata = consumer.list_topics(topic, timeout=patience_seconds).topics[topic]
        if metadata.error is not None:
            raise KafkaException(metadata.error)
        unread = set(metadata.partitions)
        consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING) for partition in unread])
        table = {}
        while unread:
            message = consumer.poll(patience_seconds)
            if message is None:
                raise TimeoutError(f"nothing came from {topic} within {patience_seconds:.0f} s")
            if message.error() is not None:
                if message.error().code() != KafkaError._PARTITION_EOF:
                    raise KafkaException(message.error())
                unread.discard(message.partition())
            elif message.value() is None:
                table.pop(message.key().decode(), None)
            else:
                table[message.key().decode()] = json.loads(message.value())
        return table
    finally:
        consumer.close()


def percent(rate):
    return "-" if rate is None else f"{100 * rate:.1f} %"


def line(key, row):
    """Fields that aren't known are absent, never null."""
    interval = ""
    if "success_rate" in row:
        interval = f"({100 * row['success_rate_low']:.0f}-{100 * row['success_rate_high']:.0f})"
    return (
        f"{key:<26} {row.get('country_code', '-'):<3} {row['codes']:>6} {row['open']:>5} "
        f"{percent(row.get('success_rate')):>8} {interval:<9} {percent(row.get('recent_success_rate')):>8} "
        f"{percent(row.get('no_stock_rate')):>8} {row['spend_idr']:>10} {row['refunds_idr']:>10} "
        f"{row.get('cost_per_code_idr', '-'):>8}"
    )


def main():
    parser = argparse.ArgumentParser(description="Show the latest success rates.")
    parser.add_argument("--bootstrap-servers", default="127.0.0.1:9092")
    parser.add_argument("--by", choices=TOPICS, default="country")
    arguments = parser.parse_args()
    try:
        table = read_table(arguments.bootstrap_servers, TOPICS[arguments.by])
    except (KafkaException, TimeoutError) as problem:
        sys.exit(f"success_rates: {problem}")
    print(
        f"{'KEY':<26} {'ISO':<3} {'CODES':>6} {'OPEN':>5} {'SUCCESS':>8} {'(95 %)':<9} {'RECENT':>8} {'NO STOCK':>8} "
        f"{'SPENT':>10} {'REFUNDED':>10} {'IDR/CODE':>8}"
    )
    for key in sorted(table):
        print(line(key, table[key]))


if __name__ == "__main__":
    main()
