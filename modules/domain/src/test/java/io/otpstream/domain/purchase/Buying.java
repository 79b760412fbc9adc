package io.otpstream.domain.purchase;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Purchases and answers that tests have in common. */
final class Buying {

    static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
    static final ProductWish WISH = new ProductWish(4711, 20_000L, RoutingPolicy.CHEAPEST, null);
    static final Body BODY = new Body("{\"quantity\":3}".getBytes(StandardCharsets.UTF_8));
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(22);

    private Buying() {}

    static Member member(String requestId) {
        return member(requestId, 1, 1);
    }

    static Member member(String requestId, int attempt, int call) {
        return new Member(requestId, new SendCreate(attempt, call, 6, 1, 15_000, T.plusSeconds(1), WISH));
    }

    /** Of so many members: r1, r2, … */
    static Purchase purchase(int members) {
        List<Member> all =
                IntStream.rangeClosed(1, members).mapToObj(i -> member("r" + i)).toList();
        return Purchase.decided("key", BODY, all, T, T.plusSeconds(1).plus(ANSWER_WITHIN));
    }

    static PurchaseAnswer bought(Purchase purchase, int failedCount, String... orderIds) {
        List<Order> orders = Stream.of(orderIds).map(Buying::order).toList();
        return answer(purchase, new ApiResult.Success<>(new Purchased(orders, failedCount)));
    }

    static PurchaseAnswer failed(Purchase purchase, ApiError error) {
        return answer(purchase, new ApiResult.Failure<>(error));
    }

    static Order order(String orderId) {
        return new Order(
                orderId,
                "+6281234567890",
                OrderStatus.WAITING,
                null,
                null,
                15_000L,
                T.plus(Duration.ofMinutes(20)),
                0,
                T.plus(Duration.ofMinutes(2)));
    }

    private static PurchaseAnswer answer(Purchase purchase, ApiResult<Purchased> result) {
        return new PurchaseAnswer(purchase.key(), purchase.members(), result, T.plusMillis(500));
    }
}
