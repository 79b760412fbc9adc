package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Topics;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.simulator.vendor.OrderStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the topics hold at the end, read from their beginning, beside what the vendor's ledger holds. */
final class FaultReckoning {

    private final ResultTally tally = new ResultTally();
    private final List<OrderEvent> events = new ArrayList<>();
    private final List<OtpResult> results = new ArrayList<>();

    private FaultReckoning() {}

    static FaultReckoning read(Cluster cluster) {
        FaultReckoning reckoning = new FaultReckoning();
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            reader.readToEnd(reckoning::add);
        }
        return reckoning;
    }

    private void add(TopicRecord record) {
        tally.add(record);
        if (record.isFrom(Topics.ORDERS)) {
            record.read(Topics.ORDERS).ifPresent(events::add);
        } else if (record.isFrom(Topics.OTP_RESULTS)) {
            record.read(Topics.OTP_RESULTS).ifPresent(results::add);
        }
    }

    void hasOneFinalRecordOfEach(List<String> requestIds) {
        assertThat(tally.lost(requestIds)).as("without a final record").isZero();
        assertThat(tally.twice()).as("with two final records").isZero();
        assertThat(tally.finalRecords()).isEqualTo(requestIds.size());
    }

    /**
     * An order that nobody published needs an in-doubt event of its attempt, and that explains one order only. One that
     * was published ended as the vendor says.
     */
    void agreesWith(Ledger ledger) {
        Set<String> placed =
                events(OrderEventType.PLACED).map(OrderEvent::orderId).collect(Collectors.toSet());
        Set<String> doubts = events(OrderEventType.IN_DOUBT)
                .map(event -> event.requestId() + "/" + event.attempt())
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, OrderStatus> ends = ends();
        long spentUnseen = 0;
        for (Ledger.Entry order : ledger.orders()) {
            if (placed.contains(order.orderId())) {
                assertThat(order.status()).as("end of %s", order).isEqualTo(ends.get(order.orderId()));
            } else {
                String callId = String.valueOf(order.createRequestId());
                assertThat(doubts.remove(callId.substring(0, callId.lastIndexOf('/'))))
                        .as("an event explains %s", order)
                        .isTrue();
                spentUnseen += order.chargedIdr() - order.refundedIdr();
            }
        }
        assertThat(ledger.orders()).extracting(Ledger.Entry::createRequestId).doesNotHaveDuplicates();
        assertThat(ledger.totals().spentIdr()).isPositive().isEqualTo(tally.spentIdr() + spentUnseen);
    }

    /** By order id. */
    private Map<String, OrderStatus> ends() {
        Map<String, OrderStatus> ends = new HashMap<>();
        for (OrderEvent event : events) {
            String orderId = String.valueOf(event.orderId());
            switch (event.type()) {
                case COMPLETED, LATE_CODE -> ends.put(orderId, OrderStatus.COMPLETED);
                case EXPIRED -> ends.put(orderId, OrderStatus.EXPIRED);
                case CANCELLED -> ends.put(orderId, OrderStatus.CANCELLED);
                case PLACED, REFUSED, IN_DOUBT, ORPHANED, RESENT, RESEND_REFUSED, UNKNOWN -> {}
            }
        }
        return ends;
    }

    /** Codes count only where they stand alone: six digits in a row are in many a longer number. */
    void keepsSecretsFrom(List<String> messages, String token) {
        Pattern codes = Pattern.compile(results.stream()
                .map(result -> Pattern.quote(result.code()))
                .collect(Collectors.joining("|", "(?<![\\w-])(", ")(?![\\w-])")));
        Set<String> numbers = events(OrderEventType.PLACED)
                .map(event -> String.valueOf(event.phoneNumber()).substring(1))
                .collect(Collectors.toSet());
        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(message)
                .doesNotContain(token)
                .doesNotContainPattern(codes)
                .doesNotContain(numbers));
    }

    private Stream<OrderEvent> events(OrderEventType type) {
        return events.stream().filter(event -> event.type() == type);
    }

    @Override
    public String toString() {
        return tally.codes() + " codes, without one " + tally.withoutCode() + ", in doubt "
                + events(OrderEventType.IN_DOUBT).count() + ", late "
                + events(OrderEventType.LATE_CODE).count();
    }
}
