package io.otpstream.app.webhook;

import io.otpstream.streams.watch.PushedEvent;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about one delivery: who sent it, whether it says anything, and whether it is kept. For several threads. */
final class DeliveryDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);

    private final SecretSource secrets;
    private final EventLog events;
    private final DeliveryReader reader;
    private final OccasionalLog occasions;

    DeliveryDesk(SecretSource secrets, EventLog events, InstantSource clock) {
        this.secrets = secrets;
        this.events = events;
        this.reader = new DeliveryReader(clock);
        this.occasions = new OccasionalLog(clock);
    }

    /**
     * What to answer.
     *
     * @param body as it came: the signature is over these bytes, and not over what they mean
     * @param signature the header's value; null where it was missing
     */
    Answer take(byte[] body, @Nullable String signature) throws InterruptedException {
        Optional<byte[]> given = Signature.parse(signature);
        if (given.isEmpty()) {
            return Answer.NOT_SIGNED;
        }
        try {
            byte[] signed = given.get();
            if (secrets.current().stream().noneMatch(secret -> secret.signed(body, signed))) {
                return Answer.FORGED;
            }
        } catch (SecretUnavailableException e) {
            occasions
                    .happened(Answer.NO_SECRET)
                    .ifPresent(times -> LOG.error("Webhook deliveries can't be checked: {}", e.getMessage()));
            return Answer.NO_SECRET;
        }
        return switch (reader.read(body)) {
            case DeliveryReader.NotJson notJson -> Answer.NOT_JSON;
            case DeliveryReader.Irrelevant irrelevant -> Answer.IGNORED;
            case DeliveryReader.Relevant(PushedEvent event) ->
                events.write(event) ? Answer.WRITTEN : Answer.NOT_WRITTEN;
        };
    }
}
