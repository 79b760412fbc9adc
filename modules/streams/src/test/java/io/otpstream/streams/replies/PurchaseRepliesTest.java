package io.otpstream.streams.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.JsonSerde;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.purchase.Body;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.domain.purchase.PurchaseAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer to a purchase comes back from its reply as it was. */
class PurchaseRepliesTest {

    private static final Instant SENT_AT = Instant.parse("2026-01-01T00:00:00.250Z");
    private static final int LARGEST = 256 * 1024;
    private static final JsonSerde<Reply> SERDE = JsonSerde.of(Reply.class);

    static Stream<ApiResult<Purchased>> results() {
        return Stream.of(
                new ApiResult.Success<>(new Purchased(List.of(order("12"), order("11")), 1)),
                new ApiResult.Success<>(
                        new Purchased(List.of(new Order("x", null, OrderStatus.WAITING, null, null, null, null)), 0)),
                new ApiResult.Failure<>(new ApiError.InsufficientBalance()),
                new ApiResult.Failure<>(new ApiError.ServerFailure(503, Duration.ofSeconds(3))));
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyAnswerComesBack(ApiResult<Purchased> result) {
        Purchase purchase = purchase(3, "r");
        PurchaseAnswer answer = PurchaseReplies.toAnswer(read(bytes(PurchaseReplies.of(purchase, result, SENT_AT))));
        assertThat(answer).isEqualTo(new PurchaseAnswer("key", purchase.members(), result, SENT_AT));
    }

    @Test
    void aHundredOrdersForRequestsWithTheLongestNamesAreNotTooMany() {
        Purchase purchase = purchase(100, "x".repeat(124));
        List<Order> orders = IntStream.range(0, 100)
                .mapToObj(i -> order(Integer.toString(Integer.MAX_VALUE - i)))
                .toList();
        byte[] value = bytes(PurchaseReplies.of(purchase, new ApiResult.Success<>(new Purchased(orders, 0)), SENT_AT));
        assertThat(value).hasSizeLessThan(LARGEST / 2);
    }

    @Test
    void whatIsTooLargeIsStillAboutThePurchase() {
        Purchase purchase = purchase(2, "r");
        Reply reply = PurchaseReplies.of(
                        purchase, new ApiResult.Success<>(new Purchased(List.of(order("1")), 1)), SENT_AT)
                .failed(ErrorMapper.toRow(new ApiError.Unreadable(200, "too large")));
        PurchaseAnswer answer = PurchaseReplies.toAnswer(read(bytes(reply)));
        assertThat(answer.members()).isEqualTo(purchase.members());
        assertThat(answer.result()).isEqualTo(new ApiResult.Failure<>(new ApiError.Unreadable(200, "too large")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,\"kind\":\"PURCHASE\",\"attempt\":0,\"call\":0,\"at\":\"2026-01-01T00:00:00Z\"}",
                "{\"version\":1,\"kind\":\"PURCHASE\",\"attempt\":0,\"call\":0,\"purchase\":{}}",
                "{\"version\":1,\"kind\":\"PURCHASE\",\"attempt\":0,\"call\":0,\"at\":\"2026-01-01T00:00:00Z\","
                        + "\"purchase\":{\"key\":\"k\",\"wish\":{\"catalog_product_id\":1,\"routing\":\"CHEAPEST\"},"
                        + "\"members\":[]}}",
                "{\"version\":1,\"kind\":\"PURCHASE\",\"attempt\":0,\"call\":0,\"at\":\"2026-01-01T00:00:00Z\","
                        + "\"purchase\":{\"key\":\"k\",\"wish\":{\"catalog_product_id\":1,\"routing\":\"ODD\"},"
                        + "\"members\":[{\"request_id\":\"r1\",\"attempt\":1,\"call\":1,\"country_id\":6,"
                        + "\"platform_id\":1,\"price_idr\":1,\"send_by\":\"2026-01-01T00:00:00Z\"}]}}",
                "{\"version\":1,\"kind\":\"PURCHASE\",\"attempt\":0,\"call\":0,\"at\":\"2026-01-01T00:00:00Z\","
                        + "\"purchase\":{\"key\":\"k\",\"wish\":{\"catalog_product_id\":1,\"routing\":\"CHEAPEST\"},"
                        + "\"members\":[{\"request_id\":\"r1\",\"attempt\":1,\"call\":1,\"country_id\":6,"
                        + "\"platform_id\":1,\"price_idr\":1,\"send_by\":\"2026-01-01T00:00:00Z\"}]}}"
            })
    void whatLacksSomethingIsNoAnswer(String json) {
        assertThatThrownBy(() -> PurchaseReplies.toAnswer(read(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(SerializationException.class);
    }

    private static Purchase purchase(int members, String name) {
        ProductWish wish = new ProductWish(4711, 20_000L, RoutingPolicy.CHEAPEST, 3);
        List<Member> all = IntStream.range(0, members)
                .mapToObj(i -> new Member(name + i, new SendCreate(1, i, 6, 1, 15_000, SENT_AT.plusSeconds(1), wish)))
                .toList();
        return Purchase.decided(
                "key", new Body("body".getBytes(StandardCharsets.UTF_8)), all, SENT_AT, SENT_AT.plusSeconds(20));
    }

    private static Order order(String id) {
        return new Order(
                id,
                "+6281234567890123",
                OrderStatus.WAITING,
                null,
                null,
                15_000L,
                SENT_AT.plusSeconds(1_200),
                0,
                SENT_AT.plusSeconds(120));
    }

    private static byte[] bytes(Reply reply) {
        return SERDE.serializer().serialize("", reply);
    }

    private static Reply read(byte[] value) {
        return SERDE.deserializer().deserialize("", value);
    }
}
