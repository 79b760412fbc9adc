package io.otpstream.app.check;

import io.otpstream.app.cluster.RefusedSetting;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.DurationText;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * An exception of Kafka's as a finding: what is wrong by name, and what a person does about it.
 *
 * @param servers what clients are given as {@code bootstrap.servers}
 * @param patience how long an answer may take
 */
record KafkaTrouble(String servers, Duration patience) {

    Finding finding(CheckId check, KafkaException e) {
        return switch (e) {
            case TimeoutException late ->
                Finding.wrong(
                        check,
                        "no answer" + at() + " within " + DurationText.format(patience),
                        "see that a broker runs there ('otpstream broker' starts one) and can be reached at the address"
                                + " that it advertises; with TLS or SASL on the broker's side alone it looks the same:"
                                + " kafka.security.protocol");
            case SslAuthenticationException refused ->
                Finding.wrong(
                        check,
                        "TLS fails" + at() + ": " + refused.getMessage(),
                        "set kafka.ssl.truststore.location to the authority that signed the brokers' certificate, and"
                                + " kafka.ssl.keystore.location where they ask for one of yours");
            case UnsupportedSaslMechanismException refused ->
                Finding.wrong(
                        check,
                        "the brokers don't know the SASL mechanism" + at() + ": " + refused.getMessage(),
                        "set kafka.sasl.mechanism to one of those that the listener has");
            case SaslAuthenticationException refused ->
                Finding.wrong(
                        check,
                        "SASL fails" + at() + ": " + refused.getMessage(),
                        "set user and password in kafka.sasl.jaas.config, and kafka.sasl.mechanism as the broker has it");
            case AuthenticationException refused ->
                Finding.wrong(
                        check,
                        "the brokers don't accept who asks" + at() + ": " + refused.getMessage(),
                        "check kafka.security.protocol, kafka.sasl.* and kafka.ssl.*");
            case AuthorizationException refused ->
                Finding.wrong(
                        check,
                        "not permitted: " + refused.getMessage(),
                        "have the brokers' operator allow it with kafka-acls");
            case UnsupportedVersionException old ->
                Finding.wrong(
                        check,
                        "the brokers are too old: " + old.getMessage(),
                        "use Kafka 2.5 or newer, better one of the last three releases");
            default -> settings(check, e);
        };
    }

    private Finding settings(CheckId check, KafkaException e) {
        if (root(e) instanceof ConfigException refused) {
            return Finding.wrong(
                    check,
                    "Kafka's clients refuse the settings" + at() + ": " + RefusedSetting.text(refused),
                    "correct the setting; every key that begins with kafka. goes to Kafka's clients as it stands");
        }
        return Finding.wrong(
                check,
                "Kafka" + at() + " says: " + root(e).getMessage(),
                "look it up in the brokers' log, or ask their operator");
    }

    /** Kafka wraps what went wrong into "Failed to create new KafkaAdminClient". */
    private static Throwable root(KafkaException e) {
        Throwable cause = e;
        while (cause.getCause() instanceof KafkaException deeper) {
            cause = deeper;
        }
        return cause;
    }

    private String at() {
        return " at " + servers + " (" + ConfigKeys.KAFKA_BOOTSTRAP_SERVERS + ")";
    }
}
