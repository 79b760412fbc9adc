package io.otpstream.streams.store;

import static io.otpstream.streams.store.States.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.TraceContext;
import io.otpstream.domain.lifecycle.AttemptEnd;
import io.otpstream.domain.lifecycle.CancelReason;
import io.otpstream.domain.lifecycle.Cleanup;
import io.otpstream.domain.lifecycle.CountryChoice;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.PastAttempt;
import io.otpstream.domain.lifecycle.PriceSource;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.RentedOrder;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.lifecycle.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored comes back as the state that it was. */
class RowMapperTest {

    private static final Map<VerificationRow.Phase, State> FULL = Stream.<State>of(
                    new State.WithdrawnAhead(T),
                    new State.SettledUnread(T),
                    new State.Settled(States.fullHistory(), T.plusSeconds(9)),
                    new State.Waiting(States.fullHistory(), 1, List.of(6), T.plusSeconds(9)),
                    new State.Placing(States.fullHistory(), 1, List.of(6), 7, 9_000, 7, T.plusSeconds(9), true),
                    new State.Open(
                            States.fullHistory(),
                            1,
                            States.order(),
                            T.plusSeconds(2),
                            T.plusSeconds(4),
                            T.plusSeconds(92),
                            T.plusSeconds(6),
                            T.plusSeconds(5)),
                    new State.Cancelling(
                            States.fullHistory(),
                            1,
                            States.order(),
                            T.plusSeconds(2),
                            T.plusSeconds(4),
                            CancelReason.NUMBER_REJECTED,
                            Cleanup.Step.LOOK,
                            T.plusSeconds(6),
                            T.plusSeconds(5),
                            T.plusSeconds(92)))
            .collect(Collectors.toMap(state -> row(state).phase(), state -> state));

    @Test
    void theSamplesHoldEveryStateAndEveryPhase() {
        Set<Class<?>> stored = leaves(State.class).collect(Collectors.toSet());
        stored.remove(State.Unknown.class);
        assertThat(FULL.values()).extracting(Object::getClass).hasSameElementsAs(stored);
        assertThat(FULL).containsOnlyKeys(VerificationRow.Phase.values());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RowMapperTest::leaves)
                : Stream.of(type);
    }

    static Stream<State> states() {
        Random random = new Random(11);
        return Stream.of(
                        FULL.values().stream(),
                        Stream.of(
                                States.open(T.plusSeconds(92), T.plusSeconds(6)),
                                States.placing(1),
                                States.settled(T),
                                new State.Waiting(States.history(States.bareRequest()), 0, List.of(), T)),
                        Stream.generate(() -> States.random(random))
                                .filter(state -> !(state instanceof State.Unknown))
                                .limit(200))
                .flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyStateComesBack(State state) {
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    @Test
    void theUnknownHasNoRow() {
        assertThat(RowMapper.toRow(new State.Unknown())).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonOfACancelComesBack(CancelReason reason) {
        State.Settled state = States.settled(T, States.cleanup(reason, Cleanup.Step.CANCEL, T));
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void everyEndOfAnAttemptComesBack(AttemptEnd end) {
        History history = new History(
                States.bareRequest(), 2, 0, 0, 1, List.of(new PastAttempt(1, 6, end, null, null, null)), List.of());
        assertThat(throughTheStore(new State.Settled(history, T))).isEqualTo(new State.Settled(history, T));
    }

    @ParameterizedTest
    @EnumSource
    void everyPriorityComesBack(Priority priority) {
        State.Waiting state = States.waiting(priority, T, T);
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    @Test
    void anOrderWithoutExpiryComesBack() {
        RentedOrder order = new RentedOrder(1, "o1", "", 6, 3_500, PriceSource.CATALOG, T, null);
        State.Open state = new State.Open(States.history(States.bareRequest()), 0, order, null, null, T, T, T);
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    /** Rows outlive versions: whoever changes this has to go on reading what is written here. */
    @ParameterizedTest
    @EnumSource
    void theFormatIsTheOneThatWasAgreed(VerificationRow.Phase phase) {
        assertThat(json(Objects.requireNonNull(FULL.get(phase)))).isEqualTo(GoldenRows.of(phase));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenBeforeCanBeRead(VerificationRow.Phase phase) {
        assertThat(RowMapper.toState(read(GoldenRows.of(phase)))).isEqualTo(FULL.get(phase));
    }

    /** Older rows do not say when an order was last seen without a code. */
    @Test
    void aRowThatDoesNotSayWhenThereWasNoCodeCanBeRead() {
        String earlier =
                GoldenRows.of(VerificationRow.Phase.OPEN).replace("\"empty_at\":\"2026-01-01T00:00:04Z\",", "");
        assertThat(RowMapper.toState(read(earlier)))
                .isInstanceOfSatisfying(
                        State.Open.class, open -> assertThat(open.emptyAt()).isNull());
    }

    /** Nor where their prices came from, or who chose the country. */
    @Test
    void aRowThatSaysNothingOfPricesAndChoicesCanBeRead() {
        String earlier = GoldenRows.of(VerificationRow.Phase.OPEN)
                .replaceAll("\"price_from\":\"[A-Z]+\",", "")
                .replace(",\"choice\":\"BEST\",\"announces_text\":true", "");
        assertThat(RowMapper.toState(read(earlier))).isInstanceOfSatisfying(State.Open.class, open -> {
            assertThat(open.order().priceFrom()).isEqualTo(PriceSource.CATALOG);
            assertThat(open.history().request().choice()).isEqualTo(CountryChoice.LISTED);
            assertThat(open.history().request().announcesText()).isFalse();
        });
    }

    /** Nor whether texts are counted, what happens after the code, or of which platform an order to be cancelled is. */
    @Test
    void aRowFromBeforeRequestsCouldNameCodesCanBeRead() {
        String earlier = GoldenRows.of(VerificationRow.Phase.OPEN)
                .replace("\"platform_id\":1,\"price_idr\"", "\"price_idr\"")
                .replace(",\"routing\":\"CHEAPEST\",\"hold_ms\":0", "")
                .replace(",\"sms_revision\":0", "");
        assertThat(RowMapper.toState(read(earlier))).isEqualTo(FULL.get(VerificationRow.Phase.OPEN));
    }

    /** Nor to which trace their requests belong. */
    @ParameterizedTest
    @EnumSource
    void aRowFromBeforeTracesBelongsToNone(VerificationRow.Phase phase) {
        VerificationRow earlier = read(GoldenRows.of(phase));
        assertThat(RowMapper.toTrace(earlier)).isNull();
        assertThat(json(earlier.with(null))).isEqualTo(GoldenRows.of(phase));
    }

    @ParameterizedTest
    @EnumSource
    void aTraceLiesBesideTheState(VerificationRow.Phase phase) {
        TraceContext trace = new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "rojo=1");
        String json = json(row(Objects.requireNonNull(FULL.get(phase))).with(trace));
        assertThat(json)
                .endsWith(",\"traceparent\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\","
                        + "\"tracestate\":\"rojo=1\"}");
        assertThat(RowMapper.toTrace(read(json))).isEqualTo(trace);
        assertThat(RowMapper.toState(read(json))).isEqualTo(FULL.get(phase));
        assertThat(RowMapper.toTrace(read(json.replace("00-4b", "00-XX"))))
                .as("not a trace")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"telkomsel", ""})
    void codesComeBack(String operator) {
        Wanted codes = new Wanted.Codes("whatsapp", List.of("ID", "7"), operator.isEmpty() ? null : operator);
        assertComesBack(codes);
        assertComesBack(new Wanted.Ids(1, List.of(6), operator.isEmpty() ? null : 51));
    }

    private static void assertComesBack(Wanted wanted) {
        State.Waiting state = new State.Waiting(States.history(States.requestFor(wanted)), 0, List.of(), T);
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    @Test
    void whatCodesLookLikeIsAgreedToo() {
        Wanted codes = new Wanted.Codes("whatsapp", List.of("ID"), "telkomsel");
        assertThat(json(new State.Waiting(States.history(States.requestFor(codes)), 0, List.of(), T)))
                .contains("\"request\":{\"country_ids\":[],\"codes\":{\"platform\":\"whatsapp\",\"countries\":[\"ID\"],"
                        + "\"operator\":\"telkomsel\"},\"timeout_ms\":90000,");
    }

    @Test
    void aHeldOrderComesBack() {
        State.Settled state = new State.Settled(
                States.fullHistory(), T.plusSeconds(9), new State.Held(States.order(), T.plusSeconds(300)));
        assertThat(throughTheStore(state)).isEqualTo(state);
    }

    @Test
    void aRowOfAnotherVersionIsRefused() {
        VerificationRow newer =
                read(GoldenRows.of(VerificationRow.Phase.OPEN).replace("\"version\":1", "\"version\":2"));
        assertThatThrownBy(() -> RowMapper.toState(newer))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void noTextShowsTheNumber() {
        assertThat(FULL.values()).allSatisfy(state -> {
            assertThat(row(state).toString()).doesNotContain("6281200000001");
            assertThat(state.toString()).doesNotContain("6281200000001");
        });
    }

    private static VerificationRow row(State state) {
        return Objects.requireNonNull(RowMapper.toRow(state), "has no row");
    }

    private static State throughTheStore(State state) {
        return RowMapper.toState(read(json(state)));
    }

    private static String json(State state) {
        return json(row(state));
    }

    private static String json(VerificationRow row) {
        return new String(JsonSerde.of(VerificationRow.class).serializer().serialize("", row), StandardCharsets.UTF_8);
    }

    private static VerificationRow read(String json) {
        return JsonSerde.of(VerificationRow.class)
                .deserializer()
                .deserialize("", json.getBytes(StandardCharsets.UTF_8));
    }
}
