package io.otpstream.domain.purchase;

import io.otpstream.domain.api.ProductWish;
import java.time.Instant;
import java.util.List;

/**
 * One create for several requests that want the same, from when it was decided until its orders are given out.
 *
 * @param key the API applies this purchase once, however often it is sent
 * @param members in the order in which they get orders; at least one, and all with the same wish
 * @param decidedAt it was not sent before
 * @param sendings how often it was handed over to be sent, from 1
 * @param nextTryAt when it is sent again, unless an answer comes before
 * @param mayHaveBought whether orders may exist already: an answer was unclear, or nobody knows what was sent
 */
public record Purchase(
        String key,
        Body body,
        List<Member> members,
        Instant decidedAt,
        int sendings,
        Instant nextTryAt,
        boolean mayHaveBought) {

    public Purchase {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("members: expected at least one");
        }
        ProductWish wish = wishOf(members.getFirst());
        if (!members.stream().allMatch(member -> wish.equals(member.create().wish()))) {
            throw new IllegalArgumentException("members: expected the same wish of all");
        }
    }

    /**
     * A purchase that is handed over for the first time.
     *
     * @param answeredBy then its answer is there, or never will be
     */
    public static Purchase decided(String key, Body body, List<Member> members, Instant now, Instant answeredBy) {
        return new Purchase(key, body, members, now, 1, answeredBy, false);
    }

    /** What all of its members want. */
    public ProductWish wish() {
        return wishOf(members.getFirst());
    }

    /** The most that one of its orders is expected to cost, whole rupiah. */
    public long highestPriceIdr() {
        return members.stream()
                .mapToLong(member -> member.create().priceIdr())
                .max()
                .orElseThrow();
    }

    /**
     * The same, handed over once more.
     *
     * @param answeredBy then its answer is there, or never will be
     */
    public Purchase sentAgain(Instant answeredBy) {
        // Whether what was sent before has arrived, nobody knows.
        return new Purchase(key, body, members, decidedAt, sendings + 1, answeredBy, true);
    }

    Purchase unclear(Instant tryAt) {
        return new Purchase(key, body, members, decidedAt, sendings, tryAt, true);
    }

    private static ProductWish wishOf(Member member) {
        ProductWish wish = member.create().wish();
        if (wish == null) {
            throw new IllegalArgumentException("members: expected creates of the published contract");
        }
        return wish;
    }
}
