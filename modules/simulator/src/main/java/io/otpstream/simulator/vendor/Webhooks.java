package io.otpstream.simulator.vendor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account's one webhook: its settings, and the events that are to be sent. Somebody else does the sending, who takes
 * what is due and reports what came of it.
 */
public final class Webhooks {

    /** The contract says that tests have a small budget of their own, not how small. */
    private static final int TESTS_PER_MINUTE = 5;

    private final Rentals rentals;
    private final PublishedRules rules;
    private final Traffic traffic;
    private final Chance chance;
    private final Outbox outbox = new Outbox();
    private final SlidingWindow tests = new SlidingWindow(TESTS_PER_MINUTE, Traffic.WINDOW);
    private WebhookRules sending;
    private WebhookSettings settings = WebhookSettings.NONE;

    Webhooks(Rentals rentals, PublishedRules rules, Traffic traffic, Chance chance) {
        this.rentals = rentals;
        this.rules = rules;
        this.traffic = traffic;
        this.chance = chance;
        sending = rules.webhooks();
        rentals.watchedBy(this::happened);
    }

    /** An address, and what signs what is sent there. */
    public record Target(URI url, Optional<Secret> secret) {}

    /** An event to be sent now. */
    public record Post(long deliveryId, Target target, WebhookEvent event) {}

    public WebhookSettings settings() {
        return settings;
    }

    /** How events are sent. */
    public WebhookRules rules() {
        return sending;
    }

    /** Sends more or fewer events twice, and more or less out of order. */
    public void setMischief(double duplicates, Duration shuffle) {
        sending = sending.withMischief(duplicates, shuffle);
    }

    /** What happened before is sent to nobody who comes later. */
    public WebhookSettings change(WebhookChange change, Duration now) {
        rentals.settle(now);
        settings = change.applyTo(settings, chance::webhookSecret);
        if (settings.url().isEmpty()) {
            outbox.dropAll();
        }
        return settings;
    }

    /** Where a test goes. */
    public Target test(Duration now) {
        URI url = settings.url()
                .orElseThrow(() -> RefusedException.invalid("webhook_url", "webhook_url: expected to be set before"));
        tests.admit(now).ifPresent(wait -> {
            throw traffic.rateLimited(Optional.of(new RetryAfter(wait, RetryAfter.Form.SECONDS)));
        });
        return new Target(url, settings.secret());
    }

    /** Takes out what is to be sent now; the caller reports on each. */
    public List<Post> take(Duration now) {
        rentals.settle(now);
        Optional<Target> target = settings.target().map(url -> new Target(url, settings.secret()));
        return target.map(to -> outbox.take(now).stream()
                        .map(delivery -> new Post(delivery.id(), to, delivery.event()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * What came of a post.
     *
     * @param status of HTTP; empty when there was no answer
     */
    public void report(long deliveryId, Optional<Integer> status, Duration now) {
        boolean good = status.filter(code -> code >= 200 && code < 300).isPresent();
        outbox.back(deliveryId).ifPresent(delivery -> {
            if (good) {
                delivery.succeeded(status.orElseThrow());
                rentals.file(delivery.event().order().id()).noteShown(now, true);
                settings = settings.afterSuccess();
            } else {
                settings = settings.afterFailure(sending.failuresUntilDisabled(), now);
                if (delivery.failed(status, sending.retryDelays(), now)) {
                    outbox.again(delivery);
                }
            }
        });
        if (settings.target().isEmpty()) {
            outbox.dropAll();
        }
    }

    /** Whether events are sent at all now. */
    public boolean isOn() {
        return settings.target().isPresent();
    }

    /** When something may have to be sent next, as things stand; empty when nothing ever has. */
    public Optional<Duration> next() {
        return settings.target().flatMap(url -> Stream.of(outbox.next(), rentals.next())
                .flatMap(Optional::stream)
                .min(Duration::compareTo));
    }

    /** The latest events, in the order in which they happened; without codes and numbers. */
    public List<Delivery.Entry> log(ModelClock clock) {
        return outbox.entries(clock);
    }

    private void happened(Happening happening) {
        if (settings.target().isEmpty()) {
            return;
        }
        Order order = happening.file().order();
        WebhookEvent event = new WebhookEvent(
                type(happening),
                happening.at(),
                OrderDetails.of(order, happening.at(), rules),
                rentals.catalogue().country(order.product().countryId()).isoCode(),
                rentals.catalogue().platform(order.product().platformId()).code());
        int copies = chance.sendsTwice(sending.duplicates()) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            outbox.add(event, happening.at().plus(chance.upTo(sending.shuffle())));
        }
    }

    private static WebhookEvent.Type type(Happening happening) {
        return switch (happening) {
            case Happening.Text text -> WebhookEvent.Type.OTP_RECEIVED;
            case Happening.Ended ended ->
                switch (ended.file().order().statusAt(ended.at())) {
                    case COMPLETED -> WebhookEvent.Type.COMPLETED;
                    case EXPIRED -> WebhookEvent.Type.EXPIRED;
                    case CANCELLED -> WebhookEvent.Type.CANCELED;
                    case PENDING, ACTIVE, OTP_RECEIVED ->
                        throw new IllegalStateException("an order ended that is live");
                };
        };
    }
}
