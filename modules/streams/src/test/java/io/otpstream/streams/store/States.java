package io.otpstream.streams.store;

import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.AttemptEnd;
import io.otpstream.domain.lifecycle.CancelReason;
import io.otpstream.domain.lifecycle.Cleanup;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.PastAttempt;
import io.otpstream.domain.lifecycle.PriceSource;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.RentedOrder;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.lifecycle.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** States to store. */
final class States {

    static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private States() {}

    static Request request(Priority priority, Instant requestedAt) {
        return new Request(
                1,
                List.of(6, 7),
                9_000L,
                Duration.ofSeconds(90),
                2,
                requestedAt,
                T.plusSeconds(86_400),
                priority,
                "checkout",
                List.of("nightly"),
                CountryChoice.BEST,
                true);
    }

    /** Of a request that needs nothing that can be left out. */
    static Request bareRequest() {
        return new Request(
                1,
                List.of(6),
                null,
                Duration.ofSeconds(90),
                1,
                T,
                T.plusSeconds(60),
                Priority.BATCH,
                null,
                List.of(),
                CountryChoice.LISTED,
                false);
    }

    static Request requestFor(Wanted wanted) {
        return new Request(
                wanted,
                null,
                Duration.ofSeconds(90),
                1,
                T,
                T.plusSeconds(60),
                Priority.BATCH,
                null,
                List.of(),
                CountryChoice.LISTED,
                false,
                RoutingPolicy.BEST_SUCCESS,
                Duration.ofMinutes(5));
    }

    static History history(Request request, Cleanup... cleanups) {
        return new History(request, 1, 0, 0, 0, List.of(), List.of(cleanups));
    }

    /** With everything that a history can hold. */
    static History fullHistory() {
        return new History(
                request(Priority.INTERACTIVE, T),
                3,
                1,
                2,
                7,
                List.of(
                        new PastAttempt(1, 6, AttemptEnd.NO_STOCK, null, null, "PRODUCT_UNAVAILABLE"),
                        new PastAttempt(2, 7, AttemptEnd.TIMED_OUT, "o1", 3_500L, null)),
                List.of(
                        cleanup(CancelReason.TIMED_OUT, Cleanup.Step.LOOK, T.plusSeconds(5)),
                        cleanup(CancelReason.ORPHANED, Cleanup.Step.CANCEL, T.plusSeconds(6))));
    }

    static Cleanup cleanup(CancelReason reason, Cleanup.Step step, Instant nextTryAt) {
        return new Cleanup(
                2,
                "o1",
                7,
                1,
                3_500,
                PriceSource.CHARGED,
                T,
                T.plusSeconds(1),
                null,
                reason,
                step,
                nextTryAt,
                T.plusSeconds(7),
                4);
    }

    static RentedOrder order() {
        return new RentedOrder(
                3, "o2", "+6281200000001", 6, 3_500, PriceSource.CATALOG, T.plusSeconds(1), T.plusSeconds(1_200));
    }

    static State.Waiting waiting(Priority priority, Instant requestedAt, Instant notBefore) {
        return new State.Waiting(history(request(priority, requestedAt)), 0, List.of(), notBefore);
    }

    static State.Placing placing(int call) {
        return new State.Placing(history(bareRequest()), 0, List.of(), 6, 3_500, call, T.plusSeconds(call), false);
    }

    static State.Open open(Instant deadline, Instant nextLookAt) {
        return new State.Open(history(bareRequest()), 0, order(), null, null, deadline, nextLookAt, nextLookAt);
    }

    static State.Settled settled(Instant forgetAt, Cleanup... cleanups) {
        return new State.Settled(history(bareRequest(), cleanups), forgetAt);
    }

    /** Any state, with instants so near to each other that many are the same. */
    static State random(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new State.Unknown();
            case 1 -> new State.WithdrawnAhead(instant(random));
            case 2 -> new State.SettledUnread(instant(random));
            case 3 -> new State.Settled(randomHistory(random), instant(random));
            case 4 -> new State.Waiting(randomHistory(random), 0, List.of(), instant(random));
            case 5 ->
                new State.Placing(
                        randomHistory(random), 0, List.of(), 6, 3_500, random.nextInt(3), instant(random), false);
            case 6 ->
                new State.Open(
                        randomHistory(random),
                        0,
                        order(),
                        null,
                        instant(random),
                        instant(random),
                        instant(random),
                        instant(random));
            default ->
                new State.Cancelling(
                        randomHistory(random),
                        0,
                        order(),
                        null,
                        null,
                        CancelReason.WITHDRAWN,
                        step(random),
                        instant(random),
                        instant(random),
                        instant(random));
        };
    }

    static Instant instant(Random random) {
        return T.plusSeconds(random.nextInt(12));
    }

    private static History randomHistory(Random random) {
        Priority priority = random.nextBoolean() ? Priority.INTERACTIVE : Priority.BATCH;
        Cleanup[] cleanups = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> cleanup(CancelReason.TIMED_OUT, step(random), instant(random)))
                .toArray(Cleanup[]::new);
        return history(request(priority, instant(random)), cleanups);
    }

    private static Cleanup.Step step(Random random) {
        return random.nextBoolean() ? Cleanup.Step.CANCEL : Cleanup.Step.LOOK;
    }
}
