package io.otpstream.streams.store;

import static io.otpstream.streams.store.States.T;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.TraceContext;
import io.otpstream.domain.lifecycle.CancelReason;
import io.otpstream.domain.lifecycle.Cleanup;
import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store that tasks use, on RocksDB. */
class VerificationStoreTest {

    private static final Instant FORGET_AT = T.plusSeconds(60);

    @TempDir
    Path stateDir;

    private VerificationStore store;

    @BeforeEach
    void start() {
        store = new VerificationStoreBuilder().withLoggingDisabled().build();
        store.init(context().getStateStoreContext(), store);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private MockProcessorContext<Void, Void> context() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "otpstream");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        return new MockProcessorContext<>(config, new TaskId(0, 0), stateDir.toFile());
    }

    private void put(String requestId, State state) {
        store.put(requestId, new Kept(state, null));
    }

    private void restart() {
        store.close();
        start();
    }

    @Test
    void whatIsStoredIsThereAfterARestart() {
        State.Open open = States.open(T.plusSeconds(92), T.plusSeconds(5));
        put("r1", open);
        assertThat(store.get("r1")).isEqualTo(open);
        restart();
        assertThat(store.get("r1")).isEqualTo(open);
        assertThat(store.firstDue(Due.Kind.LOOK, T.plusSeconds(5))).isEqualTo("r1");
        assertThat(store.nextDue(Due.Kind.NO_CALL)).isEqualTo(T.plusSeconds(92));
        assertThat(store.withOrders()).containsExactly("r1");
    }

    @Test
    void aTraceIsThereAfterARestart() {
        TraceContext trace = new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "rojo=1");
        Kept traced = new Kept(States.placing(1), trace);
        store.put("traced", traced);
        put("untraced", States.placing(1));
        restart();
        assertThat(store.kept("traced")).isEqualTo(traced);
        assertThat(store.kept("untraced").trace()).isNull();
    }

    @Test
    void theUnknownIsNotStored() {
        assertThat(store.get("r1")).isEqualTo(new State.Unknown());
        put("r1", States.placing(1));
        put("r1", new State.Unknown());
        assertThat(store.get("r1")).isEqualTo(new State.Unknown());
        assertThat(store.placing()).isEmpty();
        restart();
        assertThat(store.placing()).isEmpty();
    }

    @Test
    void whoWasPostponedIsReadyAgainAfterARestart() {
        put("r1", States.waiting(Priority.BATCH, T, T));
        store.postpone("r1", T.plusSeconds(100));
        assertThat(Lanes.first(store, T)).isNull();
        assertThat(store.nextReady()).isEqualTo(T.plusSeconds(100));
        restart();
        assertThat(Lanes.first(store, T)).isEqualTo("r1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderAfterARestartIsTheOneBefore(long seed) {
        Random random = new Random(seed);
        Map<String, State> expected = new HashMap<>();
        for (int round = 0; round < 5; round++) {
            for (int step = 0; step < 100; step++) {
                String id = "r" + random.nextInt(30);
                State state = States.random(random);
                put(id, state);
                expected.put(id, state);
            }
            assertAgrees(expected);
            restart();
            assertAgrees(expected);
            // Who was ready stays so, and the next round begins at an earlier time.
            restart();
        }
    }

    private void assertAgrees(Map<String, State> expected) {
        VerificationIndex index = new VerificationIndex();
        expected.forEach(index::update);
        expected.forEach((id, state) -> assertThat(store.get(id)).isEqualTo(state));
        assertThat(store.placing()).isEqualTo(index.placing());
        assertThat(store.withOrders()).isEqualTo(index.withOrders());
        for (int second = 0; second < 12; second++) {
            Instant now = T.plusSeconds(second);
            for (Due.Kind kind : Due.Kind.values()) {
                assertThat(store.firstDue(kind, now)).isEqualTo(index.firstDue(kind, now));
                assertThat(store.nextDue(kind)).isEqualTo(index.nextDue(kind));
            }
            assertThat(Lanes.first(store, now)).isEqualTo(Lanes.first(index, now));
            assertThat(store.nextReady()).isEqualTo(index.waiting().next());
        }
    }

    @Test
    void aSweepDeletesOnlyWhatNeedNotBeKnown() {
        Map<String, State> stays = Map.of(
                "young-ahead", new State.WithdrawnAhead(FORGET_AT.plusNanos(1_000)),
                "young-unread", new State.SettledUnread(FORGET_AT.plusNanos(1_000)),
                "young", States.settled(FORGET_AT.plusNanos(1_000)),
                "cleanup", States.settled(T, States.cleanup(CancelReason.TIMED_OUT, Cleanup.Step.CANCEL, T)),
                "waiting", States.waiting(Priority.BATCH, T, T),
                "placing", States.placing(1),
                "open", States.open(T, T));
        stays.forEach(this::put);
        put("ahead", new State.WithdrawnAhead(FORGET_AT));
        put("unread", new State.SettledUnread(FORGET_AT));
        put("settled", States.settled(FORGET_AT));

        assertThat(store.sweep(FORGET_AT, () -> false)).isTrue();

        stays.forEach((id, state) -> assertThat(store.get(id)).isEqualTo(state));
        assertThat(store.get("ahead")).isEqualTo(new State.Unknown());
        assertThat(store.get("unread")).isEqualTo(new State.Unknown());
        assertThat(store.get("settled")).isEqualTo(new State.Unknown());
    }

    /** A task that is always in a hurry must not keep its rows for ever. */
    @Test
    void everySliceOfASweepGetsOn() {
        for (int i = 0; i < 10; i++) {
            put("r" + i, i % 3 == 0 ? States.settled(FORGET_AT.plusSeconds(1)) : States.settled(FORGET_AT));
        }
        int slices = 1;
        while (!store.sweep(FORGET_AT, () -> true)) {
            slices++;
            assertThat(slices).isLessThanOrEqualTo(10);
        }
        assertThat(slices).as("one row a slice").isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            assertThat(store.get("r" + i) instanceof State.Unknown).isEqualTo(i % 3 != 0);
        }

        assertThat(store.sweep(FORGET_AT.plusSeconds(1), () -> false))
                .as("begins anew")
                .isTrue();
        assertThat(store.get("r0")).isEqualTo(new State.Unknown());
    }

    @Test
    void anEmptyStoreIsSweptAtOnce() {
        assertThat(store.sweep(T, () -> true)).isTrue();
    }
}
