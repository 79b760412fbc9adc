package io.otpstream.streams.store;

import static io.otpstream.streams.store.States.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.JsonSerde;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.purchase.Body;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** What is stored comes back as the purchase that it was, byte for byte. */
class PurchaseMapperTest {

    /** A row of version 1, as it lies in stores and changelogs. */
    private static final String GOLDEN = """
            {"version":1,"body":"eyJxdWFudGl0eSI6Mn0K/w==",\
            "wish":{"catalog_product_id":4711,"max_price_idr":20000,"routing":"BEST_SUCCESS","operator_id":3},\
            "members":[{"request_id":"r1","attempt":1,"call":2,"country_id":6,"platform_id":1,"price_idr":3500,\
            "send_by":"2026-01-01T00:00:01Z"},\
            {"request_id":"r2","attempt":3,"call":7,"country_id":6,"platform_id":1,"price_idr":3600,\
            "send_by":"2026-01-01T00:00:01Z"}],\
            "decided_at":"2026-01-01T00:00:00Z","sendings":2,"next_try_at":"2026-01-01T00:00:23Z",\
            "may_have_bought":true}""";

    private static final Purchase PURCHASE = purchase(new ProductWish(4711, 20_000L, RoutingPolicy.BEST_SUCCESS, 3));

    private final JsonSerde<PurchaseRow> serde = JsonSerde.of(PurchaseRow.class);

    @Test
    void aRowLooksAsWasAgreed() {
        assertThat(json(PURCHASE)).isEqualTo(GOLDEN);
        assertThat(PurchaseMapper.toPurchase("key", read(GOLDEN))).isEqualTo(PURCHASE);
    }

    @Test
    void whatIsOptionalMayBeAbsent() {
        Purchase bare = purchase(new ProductWish(4711, null, RoutingPolicy.CHEAPEST, null));
        assertThat(json(bare)).contains("\"wish\":{\"catalog_product_id\":4711,\"routing\":\"CHEAPEST\"}");
        assertThat(PurchaseMapper.toPurchase("key", read(json(bare)))).isEqualTo(bare);
    }

    @Test
    void aRowOfALaterVersionIsNotGuessedAt() {
        PurchaseRow later = read(GOLDEN.replace("\"version\":1", "\"version\":2"));
        assertThatThrownBy(() -> PurchaseMapper.toPurchase("key", later))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2");
    }

    private static Purchase purchase(ProductWish wish) {
        byte[] body = {'{', '"', 'q', 'u', 'a', 'n', 't', 'i', 't', 'y', '"', ':', '2', '}', '\n', (byte) 0xff};
        return Purchase.decided(
                        "key",
                        new Body(body),
                        List.of(
                                new Member("r1", new SendCreate(1, 2, 6, 1, 3_500, T.plusSeconds(1), wish)),
                                new Member("r2", new SendCreate(3, 7, 6, 1, 3_600, T.plusSeconds(1), wish))),
                        T,
                        T.plusSeconds(1))
                .sentAgain(T.plusSeconds(23));
    }

    private String json(Purchase purchase) {
        byte[] value = serde.serializer().serialize("", PurchaseMapper.toRow(purchase));
        return new String(value, StandardCharsets.UTF_8);
    }

    private PurchaseRow read(String json) {
        return serde.deserializer().deserialize("", json.getBytes(StandardCharsets.UTF_8));
    }
}
