"""Makes every KafkaConsumer read only what was committed, which kafka-python before 2.1 can't by itself.

A broker answers with everything up to the last transaction that is decided, and with a list of those that were aborted.
Here their records are left out, and the markers that end transactions, as clients do that know isolation.level.
"""

from kafka import KafkaConsumer
from kafka.consumer import group
from kafka.consumer.fetcher import Fetcher
from kafka.record import MemoryRecords

__all__ = ["KafkaConsumer"]

READ_COMMITTED = 1  # in a request to fetch
PRODUCER_ID = 9  # in the header of a batch


class CommittedFetcher(Fetcher):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._isolation_level = READ_COMMITTED

    def _parse_fetched_data(self, fetch):
        records = super()._parse_fetched_data(fetch)
        if records and records.messages:
            hidden = hidden_offsets(*fetch.partition_data[-2:])
            rest = records.messages[records.message_idx :]
            records.messages = [message for message in rest if message.offset not in hidden]
            records.message_idx = 0
        return records


def hidden_offsets(aborted, batches):
    """Offsets of markers and of aborted records; `aborted` has (producer id, first offset) of each transaction."""
    upcoming = sorted(aborted or [], key=lambda transaction: transaction[1])
    aborting, hidden = set(), set()
    records = MemoryRecords(batches)
    while (batch := records.next_batch()) is not None:
        last = batch.base_offset + batch.last_offset_delta
        while upcoming and upcoming[0][1] <= last:
            aborting.add(upcoming.pop(0)[0])
        producer = batch._header_data[PRODUCER_ID]
        if batch.is_control_batch:
            aborting.discard(producer)
        if batch.is_control_batch or (batch.is_transactional and producer in aborting):
            hidden.update(range(batch.base_offset, last + 1))
    return hidden


if "isolation_level" in KafkaConsumer.DEFAULT_CONFIG:
    KafkaConsumer.DEFAULT_CONFIG["isolation_level"] = "read_committed"
else:
    group.Fetcher = CommittedFetcher
