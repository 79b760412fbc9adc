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
import java.security.SecureRandom;
import java.util.HexFormat;

/** Has the simulator push to a receiver in this process. */
final class LocalWebhook {

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
        WebhookChange change = new WebhookChange(receiver.uri().toString(), secret);
        ApiResult<Webhook> answer =
                api.changeWebhook(change, PERMIT).toCompletableFuture().join();
        if (answer instanceof ApiResult.Failure<Webhook>(ApiError error)) {
            receiver.close();
            throw new IllegalStateException("the simulator takes no webhook: " + error.code());
        }
        return receiver;
    }
}
