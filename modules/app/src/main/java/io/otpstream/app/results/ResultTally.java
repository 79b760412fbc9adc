package io.otpstream.app.results;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what comes out of the pipeline. For one thread. */
public final class ResultTally {

    /** What has to be read to count. */
    public static final List<Topic<String, ?>> TOPICS =
            List.of(Topics.ORDERS, Topics.OTP_RESULTS, Topics.EXPIRY_RESULTS);

    private final Map<String, Integer> finalRecords = new HashMap<>();
    private final Map<String, Integer> withoutCode = new TreeMap<>();
    private final Set<String> openOrders = new HashSet<>();
    private int codes;
    private int ended;
    private long spentIdr;

    /** A record of one of {@link #TOPICS}. */
    public void add(TopicRecord record) {
        if (record.isFrom(Topics.OTP_RESULTS)) {
            record.read(Topics.OTP_RESULTS).ifPresent(this::add);
        } else if (record.isFrom(Topics.EXPIRY_RESULTS)) {
            record.read(Topics.EXPIRY_RESULTS).ifPresent(this::add);
        } else if (record.isFrom(Topics.ORDERS)) {
            record.read(Topics.ORDERS).ifPresent(this::add);
        }
    }

    /** A code that follows another costs nothing and ends nothing. */
    private void add(OtpResult result) {
        if (result.followUp()) {
            return;
        }
        finalRecords.merge(result.requestId(), 1, Integer::sum);
        spentIdr += result.priceIdr();
        codes++;
    }

    private void add(ExpiryResult result) {
        finalRecords.merge(result.requestId(), 1, Integer::sum);
        withoutCode.merge(result.outcome().word(), 1, Integer::sum);
    }

    private void add(OrderEvent event) {
        String order = event.requestId() + "/" + event.attempt();
        switch (event.type()) {
            case PLACED -> openOrders.add(order);
            case COMPLETED, EXPIRED, CANCELLED, LATE_CODE -> {
                openOrders.remove(order);
                ended++;
            }
            case REFUSED, IN_DOUBT, ORPHANED, RESENT, RESEND_REFUSED, UNKNOWN -> {}
        }
        if (event.type() == OrderEventType.LATE_CODE && event.priceIdr() != null) {
            spentIdr += event.priceIdr();
        }
    }

    /** Final records seen, duplicates included. */
    public int finalRecords() {
        return finalRecords.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Requests that got their code. */
    public int codes() {
        return codes;
    }

    /** Final records without a code, by the outcome's word. */
    public Map<String, Integer> withoutCode() {
        return Map.copyOf(withoutCode);
    }

    /** Final records without a code. */
    public int without() {
        return withoutCode.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Orders that were placed and haven't ended. */
    public int inFlight() {
        return openOrders.size();
    }

    /** Orders that have ended. */
    public int ended() {
        return ended;
    }

    /** What the codes cost, those that came too late included; whole rupiah. */
    public long spentIdr() {
        return spentIdr;
    }

    /** Whether each of these has a final record. */
    public boolean hasAll(Collection<String> requestIds) {
        return finalRecords.keySet().containsAll(requestIds);
    }

    /** How many of these have none. */
    public long lost(Collection<String> requestIds) {
        return requestIds.stream().filter(id -> !finalRecords.containsKey(id)).count();
    }

    /** How many requests have more than one. */
    public long twice() {
        return finalRecords.values().stream().filter(times -> times > 1).count();
    }
}
