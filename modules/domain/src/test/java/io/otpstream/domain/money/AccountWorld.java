package io.otpstream.domain.money;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An account, orders that move its money, and what is heard of it: everything late, by clocks that differ, and in no
 * order. Readings are settled as the pipeline does it.
 */
final class AccountWorld {

    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    static final Duration BETWEEN_READINGS = Duration.ofSeconds(60);

    /** No event is heard later than this after its order was charged. */
    static final Duration SETTLE_AFTER = Duration.ofSeconds(90);

    private static final int MOST_SKEW_MS = 1_000;
    private static final int LATEST_EVENT_MS = 60_000;
    private static final int LATEST_READING_MS = 3_000;

    private final Random random;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Heard> pending = new ArrayList<>();
    private long balanceIdr = 1_000_000;
    private long outsideIdr = balanceIdr;
    private @Nullable Books books;

    private record Happening(Instant at, Runnable what) {}

    private record Heard(Reading reading, Instant at) {}

    AccountWorld(Random random) {
        this.random = random;
    }

    /** An order that is refunded, or isn't. */
    void order(Instant placed, long priceIdr, boolean refunded, Duration lasts) {
        Instant charged = placed.plusMillis(random.nextInt(8_000));
        Instant known = charged.plusMillis(random.nextInt(8_000));
        Instant ended = known.plus(lasts);
        // An outage, or a process that is away: nobody sees for long that the vendor has ended the order.
        Instant seen = ended.plusMillis(random.nextInt(5) == 0 ? random.nextInt(900_000) : random.nextInt(10_000));
        Instant placedAt = skewed(placed);
        happens(charged, () -> balanceIdr -= priceIdr);
        hears(new Move(placedAt, skewed(known), priceIdr, 0, priceIdr, 0), known);
        if (refunded) {
            happens(ended, () -> balanceIdr += priceIdr);
        }
        hears(new Move(placedAt, skewed(seen), 0, refunded ? priceIdr : 0, -priceIdr, 0), seen);
    }

    /** Nobody knows whether it was charged; if it was, the vendor gives it back after 20 min. */
    void orderInDoubt(Instant placed, long priceIdr, boolean charged) {
        Instant known = placed.plusMillis(random.nextInt(20_000));
        if (charged) {
            happens(placed.plusMillis(500), () -> balanceIdr -= priceIdr);
            happens(placed.plus(Duration.ofMinutes(20)), () -> balanceIdr += priceIdr);
        }
        hears(new Move(skewed(placed), skewed(known), 0, 0, 0, priceIdr), known);
    }

    void deposit(Instant at, long idr) {
        happens(at, () -> outside(idr));
    }

    void theft(Instant at, long idr) {
        happens(at, () -> outside(-idr));
    }

    private void outside(long idr) {
        balanceIdr += idr;
        outsideIdr += idr;
    }

    void readings(Duration howLong) {
        for (Instant at = START; at.isBefore(START.plus(howLong)); at = at.plus(BETWEEN_READINGS)) {
            read(at);
        }
    }

    private void read(Instant asked) {
        Instant answered = asked.plusMillis(random.nextInt(2_000));
        Instant seen = answered.plusMillis(random.nextInt(1_000));
        Instant heard = seen.plusMillis(random.nextInt(LATEST_READING_MS));
        int skew = skew();
        happens(answered, () -> {
            Reading reading = new Reading(asked.plusMillis(skew), seen.plusMillis(skew), balanceIdr);
            happens(heard, () -> heard(reading, heard));
        });
    }

    /** Lets everything happen; returns the running hour's page after each reading that was settled. */
    List<Page> run() {
        while (!happenings.isEmpty()) {
            Happening next =
                    happenings.stream().min(Comparator.comparing(Happening::at)).orElseThrow();
            happenings.remove(next);
            next.what().run();
        }
        return pages;
    }

    /** What the balance would really be without orders. */
    long outsideIdr() {
        return outsideIdr;
    }

    Books books() {
        return Objects.requireNonNull(books, "nothing was read");
    }

    private void heard(Reading reading, Instant at) {
        pending.add(new Heard(reading, at));
        while (!pending.getFirst().at().plus(SETTLE_AFTER).isAfter(at)) {
            settle(pending.removeFirst().reading());
        }
    }

    private void settle(Reading reading) {
        Books now = books == null ? Books.begun(reading, moves) : books.settle(reading, moves);
        pages.add(now.page());
        for (Move move : List.copyOf(moves)) {
            if (now.isPast(move, reading)) {
                now = now.withPast(move);
                moves.remove(move);
            }
        }
        books = now;
    }

    private void hears(Move move, Instant known) {
        happens(known.plusMillis(random.nextInt(LATEST_EVENT_MS)), () -> {
            moves.add(move);
            books = books == null ? null : books.heard(move);
        });
    }

    private void happens(Instant at, Runnable what) {
        happenings.add(new Happening(at, what));
    }

    private Instant skewed(Instant at) {
        return at.plusMillis(skew());
    }

    private int skew() {
        return random.nextInt(2 * MOST_SKEW_MS + 1) - MOST_SKEW_MS;
    }
}
