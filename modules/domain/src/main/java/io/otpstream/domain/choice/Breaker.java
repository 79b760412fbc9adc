package io.otpstream.domain.choice;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether orders are bought in one country for one platform: until too many have failed; then not for a while; then one at
 * a time, until one brings a code. Immutable.
 *
 * @param told all orders of the last hours, as they were told last
 * @param recent the last of these that count
 */
public record Breaker(BreakerRules rules, Evidence told, Evidence recent, Phase phase) {

    /** How orders are bought. */
    public sealed interface Phase {

        /** As many as are wanted. */
        record Buying() implements Phase {}

        /** None. */
        record Stopped(Instant until) implements Phase {}

        /**
         * One at a time.
         *
         * @param since when the one was placed that hasn't ended; null if there is none
         */
        record Trying(@Nullable Instant since) implements Phase {}
    }

    /** Nothing has failed yet. */
    public static Breaker of(BreakerRules rules) {
        Evidence none = Evidence.none(Instant.EPOCH);
        return new Breaker(rules, none, none, new Phase.Buying());
    }

    /** With what is now told of the orders of the last hours; whatever was told before is among it. */
    public Breaker told(Evidence now) {
        Evidence news = now.minus(told);
        Evidence latest = rules.remembered(recent.plus(news), Duration.between(recent.asOf(), news.asOf()));
        return switch (at(now.asOf()).phase) {
            case Phase.Buying buying ->
                new Breaker(
                        rules,
                        now,
                        latest,
                        rules.isTooBad(latest) ? new Phase.Stopped(now.asOf().plus(rules.pause())) : buying);
            case Phase.Stopped stopped -> new Breaker(rules, now, latest, stopped);
            case Phase.Trying trying -> tried(now, latest, news, trying);
        };
    }

    /** Fading makes numbers of orders inexact. */
    private Breaker tried(Evidence now, Evidence latest, Evidence news, Phase.Trying before) {
        if (news.codes() > 0.5) {
            return new Breaker(rules, now, Evidence.none(now.asOf()), new Phase.Buying());
        }
        return new Breaker(rules, now, latest, news.orders() > 0.5 ? new Phase.Trying(null) : before);
    }

    /** The same when time has passed. An order of which nothing is heard for long holds up no other. */
    public Breaker at(Instant now) {
        Phase later =
                switch (phase) {
                    case Phase.Buying buying -> buying;
                    case Phase.Stopped stopped -> stopped.until().isAfter(now) ? stopped : new Phase.Trying(null);
                    case Phase.Trying(Instant since) ->
                        since == null || since.plus(rules.pause()).isAfter(now) ? phase : new Phase.Trying(null);
                };
        return new Breaker(rules, told, recent, later);
    }

    /** An order is being placed. */
    public Breaker placed(Instant now) {
        Breaker later = at(now);
        return later.phase instanceof Phase.Trying ? new Breaker(rules, told, recent, new Phase.Trying(now)) : later;
    }

    /** Whether nothing is to be bought now. */
    public boolean isBarred(Instant now) {
        return switch (at(now).phase) {
            case Phase.Buying buying -> false;
            case Phase.Stopped stopped -> true;
            case Phase.Trying(Instant since) -> since != null;
        };
    }

    /** Whether fewer orders are bought than are wanted. */
    public boolean holdsBack() {
        return !(phase instanceof Phase.Buying);
    }
}
