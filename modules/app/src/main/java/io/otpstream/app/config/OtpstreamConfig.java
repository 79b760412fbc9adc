package io.otpstream.app.config;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.rate.Split;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.common.config.types.Password;

/**
 * The whole configuration, checked. Durations are those of real time: see {@link Speed#shorten}.
 *
 * @param api how the SMSCode API is used
 * @param spending what the requests that the token allows are used for
 * @param buying how numbers are bought, and when not
 * @param webhook how the API pushes what happens
 * @param money how the account is watched
 * @param retention how long records stay
 * @param alerts what is worth an alert
 * @param streams how the pipeline runs
 * @param dashboard where it listens, and who may ask
 * @param speed 1 unless this is a simulator run
 * @param kafka what every Kafka client is given
 */
public record OtpstreamConfig(
        Api api,
        Spending spending,
        Buying buying,
        Webhook webhook,
        Money money,
        Retention retention,
        Alerts alerts,
        Streams streams,
        Dashboard dashboard,
        Speed speed,
        KafkaSettings kafka) {

    /**
     * How the SMSCode API is used.
     *
     * @param url without a slash at its end
     * @param dialect which contract it keeps
     * @param token from {@code SMSCODE_TOKEN}; wins over the file. {@link Password} shows itself to nobody
     * @param tokenFile not read yet, it may not exist
     * @param timeout of one request
     * @param rateLimitPerMinute requests of the token in any 60 s
     * @param pollInterval least time between two looks at the same order, 5 s or more
     * @param catalogTtl how long the catalog is believed
     */
    public record Api(
            URI url,
            DialectChoice dialect,
            Optional<Password> token,
            Optional<Path> tokenFile,
            Duration timeout,
            int rateLimitPerMinute,
            Duration pollInterval,
            Duration catalogTtl) {}

    /**
     * What the requests that the token allows are used for, and money.
     *
     * @param targetCodeAge in the API's world
     * @param tenantWeights tenant → its part of new orders
     * @param tenantOrdersPerMinute tenant → the most new orders in a minute of the API's
     * @param waitIdrPerMinute what a minute of waiting in the API's world is worth where the best country is chosen
     */
    public record Spending(
            PollStrategy strategy,
            Duration targetCodeAge,
            Map<String, Double> tenantWeights,
            Map<String, Double> tenantOrdersPerMinute,
            Split split,
            int waitIdrPerMinute) {}

    /**
     * How numbers are bought, and when not. The guide's dialect has no purchases of several, and nothing to finish.
     *
     * @param maxQuantity the most numbers of one purchase, 1 to 100
     * @param finish whether orders that have brought their code are finished
     * @param breaker when nothing is bought of a country and platform
     */
    public record Buying(int maxQuantity, boolean finish, Breaker breaker) {}

    /**
     * When nothing is bought of a country and platform.
     *
     * @param successBelowPercent of the latest orders; 0 to 100, empty if something always is
     * @param minOrders that have to have ended before that counts
     * @param pause how long nothing is bought
     */
    public record Breaker(OptionalInt successBelowPercent, int minOrders, Duration pause) {}

    /**
     * How the API pushes what happens, in the published dialect.
     *
     * @param listen empty if nothing is pushed
     * @param secret from {@code SMSCODE_WEBHOOK_SECRET}; wins over the file
     * @param secretFile not read yet, it may not exist
     */
    public record Webhook(Optional<HostAndPort> listen, Optional<Password> secret, Optional<Path> secretFile) {}

    /**
     * How the account is watched.
     *
     * @param balanceInterval between two readings of the balance while there is work
     * @param capPerHour how much orders placed in one hour of UTC may cost, whole rupiah; empty if there is no cap
     * @param capPerDay the same for a day
     * @param lowBelow a balance below it is reported, whole rupiah; empty if none is
     */
    public record Money(
            Duration balanceInterval, OptionalLong capPerHour, OptionalLong capPerDay, OptionalLong lowBelow) {}

    /**
     * How long records stay.
     *
     * @param dedup how long a request id stays known
     * @param results how long codes stay on their topic
     */
    public record Retention(Duration dedup, Duration results) {}

    /**
     * What is worth an alert.
     *
     * @param successRateBelow of a country, of late, 0 to 1; empty where only its own past counts
     */
    public record Alerts(OptionalDouble successRateBelow) {}

    /**
     * How the pipeline runs.
     *
     * @param applicationId begins the names of groups and changelog topics
     * @param stateDir absolute; need not exist yet
     */
    public record Streams(String applicationId, Path stateDir, int threads, InDoubtPolicy inDoubtPolicy) {}

    /**
     * Where the dashboard listens, and who may ask.
     *
     * @param port 0 for any free one
     * @param password has to be there where the host isn't loopback
     */
    public record Dashboard(String host, int port, Optional<Password> password) {}
}
