package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.api.Webhook;
import io.otpstream.domain.api.WebhookChange;
import io.otpstream.streams.calls.FakeSmsCodeApi.Answers;
import io.otpstream.streams.calls.FakeSmsCodeApi.Asked;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** The same as {@link FakeSmsCodeApi}, of the published contract. */
final class FakePublishedApi implements PublishedApi {

    final Answers<Balance> balances = new Answers<>(new Balance("IDR", 1_000_000));
    final Answers<List<Country>> countries = new Answers<>(List.of());
    final Answers<List<Platform>> platforms = new Answers<>(List.of());
    final Answers<List<Operator>> operators = new Answers<>(List.of());
    final Answers<List<Product>> products = new Answers<>(List.of());
    final Answers<Purchased> purchases = new Answers<>(new Purchased(List.of(order("1", OrderStatus.WAITING)), 0));
    final Answers<List<Order>> active = new Answers<>(List.of());
    final Answers<List<Order>> lists = new Answers<>(List.of());
    final Answers<Order> looks = new Answers<>(order("1", OrderStatus.WAITING));
    final Answers<CancelAccepted> cancels = new Answers<>(new CancelAccepted(3_500L));
    final Answers<FinishAccepted> finishes = new Answers<>(new FinishAccepted());
    final Answers<ResendAccepted> resends = new Answers<>(new ResendAccepted(true));
    final Answers<Webhook> webhooks = new Answers<>(new Webhook(null, null, null, null, 0));
    final Answers<Integer> webhookTests = new Answers<>(200);

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Create> creates = new CopyOnWriteArrayList<>();

    /**
     * What one create brought along.
     *
     * @param body as text
     */
    record Create(String idempotencyKey, String body) {}

    /** All calls so far, oldest first. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The ids of all calls so far, oldest first. */
    List<String> callIds() {
        return asked.stream().map(Asked::callId).toList();
    }

    /** All creates so far, oldest first. */
    List<Create> creates() {
        return List.copyOf(creates);
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        return answer(balances, permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return answer(countries, permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Platform>>> platforms(Permit permit) {
        return answer(platforms, permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Operator>>> operators(int countryId, int platformId, Permit permit) {
        return answer(operators, permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        return answer(products, permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, int operatorId, Permit permit) {
        return answer(products, permit);
    }

    @Override
    public byte[] createBody(ProductWish wish, int quantity) {
        return "%d of %d".formatted(quantity, wish.catalogProductId()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public CompletionStage<ApiResult<Purchased>> createOrders(String idempotencyKey, byte[] body, Permit permit) {
        creates.add(new Create(idempotencyKey, new String(body, StandardCharsets.UTF_8)));
        return answer(purchases, permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> activeOrders(Permit permit) {
        return answer(active, permit);
    }

    @Override
    public CompletionStage<ApiResult<List<Order>>> orders(int limit, int offset, Permit permit) {
        return answer(lists, permit);
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        return answer(looks, permit);
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return answer(cancels, permit);
    }

    @Override
    public CompletionStage<ApiResult<FinishAccepted>> finishOrder(String orderId, Permit permit) {
        return answer(finishes, permit);
    }

    @Override
    public CompletionStage<ApiResult<ResendAccepted>> resendCode(String orderId, Permit permit) {
        return answer(resends, permit);
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> webhook(Permit permit) {
        return answer(webhooks, permit);
    }

    @Override
    public CompletionStage<ApiResult<Webhook>> changeWebhook(WebhookChange change, Permit permit) {
        return answer(webhooks, permit);
    }

    @Override
    public CompletionStage<ApiResult<Integer>> testWebhook(Permit permit) {
        return answer(webhookTests, permit);
    }

    /** An order as the published contract describes one that was just placed. */
    static Order order(String orderId, OrderStatus status) {
        return new Order(orderId, "+6281", status, null, null, 3_500L, null, 0, null);
    }

    private <T> CompletionStage<ApiResult<T>> answer(Answers<T> answers, Permit permit) {
        asked.add(new Asked(permit.callId(), System.nanoTime()));
        return answers.next();
    }

    @Override
    public void close() {
        throw new AssertionError("the API belongs to whoever made it");
    }
}
