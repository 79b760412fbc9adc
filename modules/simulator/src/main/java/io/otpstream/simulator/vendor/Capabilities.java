package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a customer may do with an order. Times are model time.
 *
 * @param resendAvailableAt when a text can be asked for again; empty when none ever can, as things stand
 * @param cancelAvailableAt when it can be cancelled; empty when it never can again
 */
public record Capabilities(
        boolean canFinish,
        boolean canResend,
        boolean canCancel,
        boolean canReactivate,
        Optional<Duration> resendAvailableAt,
        Optional<Duration> cancelAvailableAt) {

    static Capabilities of(Order order, Duration now, PublishedRules rules) {
        boolean live = order.statusAt(now).isLive();
        List<Sms> texts = order.textsAt(now);
        Optional<Duration> resend = live && !texts.isEmpty()
                ? Optional.of(lastText(order, texts).plus(rules.resendCooldown()))
                : Optional.empty();
        Optional<Duration> cancel =
                live && texts.isEmpty() ? Optional.of(order.createdAt().plus(rules.cancelAfter())) : Optional.empty();
        return new Capabilities(
                live && !texts.isEmpty(),
                resend.filter(at -> at.compareTo(now) <= 0).isPresent(),
                cancel.filter(at -> at.compareTo(now) <= 0).isPresent(),
                order.statusAt(now) == OrderStatus.COMPLETED,
                resend,
                cancel);
    }

    /** When a text came, or was last asked for. */
    private static Duration lastText(Order order, List<Sms> texts) {
        Duration came = texts.getLast().at();
        return order.course()
                .resendAskedAt()
                .filter(asked -> asked.compareTo(came) > 0)
                .orElse(came);
    }
}
