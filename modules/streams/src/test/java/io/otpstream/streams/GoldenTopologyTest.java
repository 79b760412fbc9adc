package io.otpstream.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.choice.CountryChooser;
import io.otpstream.domain.choice.TrackRecords;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.purchase.PurchaseDecider;
import io.otpstream.domain.purchase.PurchaseRules;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.money.MoneyRules;
import io.otpstream.streams.process.Buying;
import io.otpstream.streams.process.LookPlan;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import io.otpstream.streams.watch.OrderWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holds the topology against a description that is checked in.
 *
 * <p>When they differ, decide before the new one is taken over: a changed store, repartition topic or order of
 * sub-topologies gives tasks other numbers or other changelogs, so running pipelines have to be drained before the new
 * version starts. New steps within a sub-topology are compatible.
 */
class GoldenTopologyTest {

    private static final MoneyRules NO_LIMITS =
            new MoneyRules(Duration.ofSeconds(97), SpendCaps.NONE, OptionalLong.empty());
    private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");

    @Test
    void theTopologyIsTheOneThatWasAgreed() throws IOException {
        Surroundings surroundings = new Surroundings(
                new Lifecycle(LifecycleRules.guide()),
                new FakeApi(Instant::now),
                new LookPlan(PollStrategy.ADAPTIVE, ArrivalCurves::guide, 1, new Random(1)),
                new FakeCatalogue(),
                new CountryPlan(new CountryChooser(0), TrackRecords::none, new Random(1)),
                OrderWatch.none(),
                new Buying.OneByOne(),
                new PurchaseDecider(PurchaseRules.ordinary()),
                () -> 0,
                new NoReplies(),
                Duration.ofSeconds(1),
                System::nanoTime);
        String actual = new VerificationTopology(surroundings, RateWatch.againstThePast(), NO_LIMITS, 1)
                .build()
                .describe()
                .toString();
        Files.writeString(Path.of("target/topology.txt"), actual);
        assertThat(actual)
                .as("differs from %s; the new description is in target/topology.txt", GOLDEN)
                .isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    private static final class NoReplies implements ReplySink {
        @Override
        public void send(int partition, String requestId, Reply reply) {
            throw new AssertionError("a description sends nothing");
        }

        @Override
        public boolean isBehind() {
            return false;
        }
    }
}
