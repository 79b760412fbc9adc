package io.otpstream.app.webhook;

import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.HostAndPort;
import io.otpstream.app.config.InvalidConfigException;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.domain.api.Dialect;
import java.util.List;

/** Starts the receiver that the configuration describes. */
public final class ReceiverFactory {

    private ReceiverFactory() {}

    /** Whether the API pushes events here; the guide's dialect knows no such thing, whatever is configured. */
    public static boolean isWanted(OtpstreamConfig config, Dialect dialect) {
        return dialect == Dialect.PUBLISHED && config.webhook().listen().isPresent();
    }

    /**
     * Returns once it answers; the caller closes it.
     *
     * @throws InvalidConfigException when it isn't configured where it listens
     * @throws ReceiverStartException when it can't listen there
     * @throws org.apache.kafka.common.KafkaException when the brokers don't answer
     */
    public static WebhookReceiver start(OtpstreamConfig config) {
        OtpstreamConfig.Webhook webhook = config.webhook();
        HostAndPort listen = webhook.listen()
                .orElseThrow(() -> new InvalidConfigException(
                        List.of(ConfigKeys.WEBHOOK_LISTEN + ": expected where to listen, as 127.0.0.1:8086")));
        ReceiverSettings settings = new ReceiverSettings(listen.host(), listen.port(), secrets(webhook));
        return WebhookReceiver.start(settings, config.kafka().toClientConfig());
    }

    /** That one of them is there has been checked with the configuration. */
    private static SecretSource secrets(OtpstreamConfig.Webhook webhook) {
        return webhook.secret()
                .map(secret -> SecretSource.fixed(secret.value()))
                .orElseGet(() -> SecretSource.file(webhook.secretFile().orElseThrow()));
    }
}
