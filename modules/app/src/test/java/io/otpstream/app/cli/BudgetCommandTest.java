package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.budget.FleetWords;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.streams.fleet.Messages;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against a real broker; the test plays a fleet of one process. */
@ExtendWith(KafkaFixture.class)
class BudgetCommandTest {

    @Test
    void theFleetIsMissedSilentBusyAndIdle(KafkaCluster kafka) {
        String at = kafka.bootstrapServers();

        assertThat(CommandRun.of(at, "budget").endsWith(ExitCode.FAILURE).err())
                .containsExactly(
                        "otpstream: topics otpstream.budget-demand, otpstream.budget-leases are missing at " + at
                                + " (kafka.bootstrap.servers): 'otpstream topics create' makes the topics that are otpstream's");

        CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK);
        assertThat(CommandRun.of(at, "budget").endsWith(ExitCode.OK).out())
                .containsExactly("idle: nobody has asked for requests yet");

        CommandRun follow = CommandRun.start(at, "budget", "--follow").hasSaid("requests yet");
        try (Member process = new Member(at)) {
            process.asks();
            follow.hasSaid("143 of 300 requests in the last minute").hasSaid("divided by host-a");
            assertThat(CommandRun.of(at, "budget", "--json")
                            .endsWith(ExitCode.OK)
                            .out())
                    .singleElement()
                    .asString()
                    .contains("\"idle\":false", "\"name\":\"host-a\"");
            process.asksNoMore();
            follow.hasSaid("idle: nobody has asked for requests since 2");
        }
        follow.interrupt();
        follow.endsWith(ExitCode.OK);

        assertThat(CommandRun.of(at, "budget").endsWith(ExitCode.OK).out())
                .singleElement()
                .asString()
                .startsWith("idle: nobody has asked for requests since 2");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsOneLine() {
        assertThat(CommandRun.of("127.0.0.1:1", "budget", "--set", "kafka.default.api.timeout.ms=300")
                        .endsWith(ExitCode.FAILURE)
                        .err())
                .containsExactly(
                        "otpstream: no answer from Kafka at 127.0.0.1:1 (kafka.bootstrap.servers) within 300ms:"
                                + " is a broker running there?");
    }

    private static final class Member implements AutoCloseable {

        private final KafkaProducer<byte[], byte[]> producer;
        private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();

        Member(String bootstrapServers) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrapServers),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        /** As a process does: one that says nothing for some seconds is taken for gone. */
        void asks() {
            var unused = beat.scheduleAtFixedRate(this::ask, 0, 1, TimeUnit.SECONDS);
        }

        private void ask() {
            Instant now = Instant.now();
            send(Messages.LEASES.write("any", FleetWords.lease(now, "a", Map.of("a", 4.0))));
            send(Messages.DEMANDS.write("a", FleetWords.busy("a", now)));
            producer.flush();
        }

        void asksNoMore() {
            // Returns when the last one is through: what comes after it must be the last word.
            beat.close();
            send(Messages.DEMANDS.write("a", FleetWords.done("a", Instant.now())));
            producer.flush();
        }

        private void send(ProducerRecord<byte[], byte[]> record) {
            // What the command then doesn't say fails the test.
            var unused = producer.send(record);
        }

        @Override
        public void close() {
            beat.close();
            producer.close();
        }
    }
}
