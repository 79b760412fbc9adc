package io.otpstream.app.local;

import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.webhook.ReceiverFactory;
import io.otpstream.app.webhook.WebhookReceiver;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Webhook;
import io.otpstream.domain.api.WebhookChange;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Has the simulator push to a receiver. */
public final class LocalWebhook {

    private static final Permit PERMIT = Permit.untimed("webhook");
    private static final int SECRET_BYTES = 32;

    private LocalWebhook() {}

    /** One that nobody has to know. */
    static String randomSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /**
     * Starts the receiver and tells the vendor about it, as a customer does; the caller closes it.
     *
     * @param secret the one that is configured
     */
    static WebhookReceiver start(OtpstreamConfig config, PublishedApi api, String secret) {
        WebhookReceiver receiver = ReceiverFactory.start(config);
        try {
            push(api, receiver.uri(), secret);
        } catch (RuntimeException e) {
            receiver.close();
            throw e;
        }
        return receiver;
    }

    /**
     * As its owner sets it: the simulator pushes events there from now on.
     *
     * @throws IllegalStateException when the simulator does not take it
     */
    public static void push(PublishedApi api, URI receiver, String secret) {
        WebhookChange change = new WebhookChange(receiver.toString(), secret);
        ApiResult<Webhook> answer =
                api.changeWebhook(change, PERMIT).toCompletableFuture().join();
        if (answer instanceof ApiResult.Failure<Webhook>(ApiError error)) {
            throw new IllegalStateException("the simulator takes no webhook: " + error.code());
        }
    }
}
