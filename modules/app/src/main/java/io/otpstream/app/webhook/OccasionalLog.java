package io.otpstream.app.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Keeps a stranger who knocks a thousand times from filling the log: one line a minute for each kind of answer. Safe for
 * use by several threads.
 */
final class OccasionalLog {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final class Account {
        private Instant quietUntil = Instant.MIN;
        private long unsaid;
    }

    private final Map<Answer, Account> accounts = new EnumMap<>(Answer.class);
    private final InstantSource clock;

    OccasionalLog(InstantSource clock) {
        this.clock = clock;
    }

    /** How often it has happened since the last line, this time included; empty while it isn't time for another one. */
    synchronized OptionalLong happened(Answer answer) {
        Account account = accounts.computeIfAbsent(answer, key -> new Account());
        account.unsaid++;
        Instant now = clock.instant();
        if (now.isBefore(account.quietUntil)) {
            return OptionalLong.empty();
        }
        OptionalLong times = OptionalLong.of(account.unsaid);
        account.unsaid = 0;
        account.quietUntil = now.plus(PAUSE);
        return times;
    }
}
