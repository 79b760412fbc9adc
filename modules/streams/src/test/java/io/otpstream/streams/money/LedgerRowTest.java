package io.otpstream.streams.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.PriceSource;
import io.otpstream.domain.money.Books;
import io.otpstream.domain.money.Move;
import io.otpstream.domain.money.Reading;
import io.otpstream.domain.money.Spend;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class LedgerRowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:10:00Z");

    private final JsonSerde<LedgerRow> serde = JsonSerde.of(LedgerRow.class);

    @Test
    void everythingComesBack() {
        Move move = new Move(NOW, NOW, 3_500, 0, 3_500, 0);
        Books books = Books.begun(new Reading(NOW.plusSeconds(60), NOW.plusSeconds(61), 100_000), List.of(move))
                .settle(new Reading(NOW.plusSeconds(120), NOW.plusSeconds(121), 90_000), List.of(move))
                .withPast(move)
                .heard(new Move(NOW.plusSeconds(30), NOW.plusSeconds(30), 500, 0, 500, 0));
        LedgerState state = new LedgerState(
                7,
                books,
                List.of(new LedgerState.Heard(new Reading(NOW, NOW.plusSeconds(1), 90_000), NOW.plusSeconds(2))),
                Spend.none(NOW).plus(move),
                new Episodes(true, true, NOW.plusSeconds(3), NOW),
                PriceSource.MIXED);

        assertThat(written(state).state()).isEqualTo(state);
        assertThat(written(LedgerState.empty(NOW)).state()).isEqualTo(LedgerState.empty(NOW));
    }

    @Test
    void anotherVersionIsRefused() {
        LedgerRow row = LedgerRow.of(LedgerState.empty(NOW));
        LedgerRow later = new LedgerRow(2, 0, null, List.of(), row.spend(), row.episodes(), null);
        assertThatThrownBy(later::state)
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2");
    }

    private LedgerRow written(LedgerState state) {
        byte[] bytes = serde.serializer().serialize("changelog", LedgerRow.of(state));
        return serde.deserializer().deserialize("changelog", bytes);
    }
}
