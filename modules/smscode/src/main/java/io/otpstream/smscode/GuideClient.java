package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The API as the vendor's guide describes it.
 *
 * <p>A token that can't be had ends a call as {@link ApiError.NotSent}, with the reason. A call id that can't be a
 * header, or an empty order id, is an {@link IllegalArgumentException} at the call.
 */
public final class GuideClient implements GuideApi {

    /** What the {@code data} of one call's answer means. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonNode data) throws UnreadableAnswerException;
    }

    private final Transport transport;
    private final GuideErrors errors;

    GuideClient(Transport transport, InstantSource clock) {
        this.transport = transport;
        this.errors = new GuideErrors(clock);
    }

    /** A client with threads and connections of its own, until it is closed. */
    public static GuideApi create(ClientSettings settings, TokenSource tokens) {
        return create(settings, tokens, InstantSource.system());
    }

    /**
     * The same with another clock.
     *
     * @param clock what a {@code Retry-After} date and a permit are compared with
     */
    public static GuideApi create(ClientSettings settings, TokenSource tokens, InstantSource clock) {
        return new GuideClient(new HttpTransport(settings, tokens, clock), clock);
    }

    @Override
    public CompletionStage<ApiResult<Balance>> balance(Permit permit) {
        return call(new ApiRequest("GET", "/balance", null, permit), GuideCatalogue::balance);
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return call(new ApiRequest("GET", "/catalog/countries", null, permit), GuideCatalogue::countries);
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        String target = "/catalog/products?country_id=" + countryId;
        return call(new ApiRequest("GET", target, null, permit), data -> GuideCatalogue.products(countryId, data));
    }

    @Override
    public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
        String json = "{\"country_id\":" + countryId + ",\"platform_id\":" + platformId + "}";
        return call(new ApiRequest("POST", "/orders", json, permit), GuideOrders::created);
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        return call(
                new ApiRequest("GET", orderTarget(orderId), null, permit), data -> GuideOrders.looked(orderId, data));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return transport
                .send(new ApiRequest("DELETE", orderTarget(orderId), null, permit))
                .thenApply(exchange -> understand(exchange, this::cancelled));
    }

    private static String orderTarget(String orderId) {
        return "/orders/" + ApiRequest.segment("orderId", orderId);
    }

    private <T> CompletionStage<ApiResult<T>> call(ApiRequest request, Reader<T> reader) {
        return transport.send(request).thenApply(exchange -> understand(exchange, answer -> answered(answer, reader)));
    }

    private static <T> ApiResult<T> understand(
            Exchange exchange, Function<Exchange.Answered, ApiResult<T>> whenAnswered) {
        return switch (exchange) {
            case Exchange.Answered answer -> whenAnswered.apply(answer);
            case Exchange.NotSent(String detail) -> new ApiResult.Failure<>(new ApiError.NotSent(detail));
            case Exchange.NoAnswer(String detail) -> new ApiResult.Failure<>(new ApiError.NoAnswer(detail));
        };
    }

    private <T> ApiResult<T> answered(Exchange.Answered answer, Reader<T> reader) {
        return switch (Envelope.of(answer.body(), answer.token())) {
            case Envelope.Refusal refusal -> new ApiResult.Failure<>(errors.refused(answer, refusal));
            case Envelope.Data(JsonNode data) when isSuccess(answer) -> read(answer, data, reader);
            case Envelope.None none when isSuccess(answer) -> unreadable(answer, none.why());
            case Envelope.Data data -> new ApiResult.Failure<>(errors.withoutEnvelope(answer));
            case Envelope.None none -> new ApiResult.Failure<>(errors.withoutEnvelope(answer));
        };
    }

    private static <T> ApiResult<T> read(Exchange.Answered answer, JsonNode data, Reader<T> reader) {
        try {
            return new ApiResult.Success<>(reader.read(data));
        } catch (UnreadableAnswerException e) {
            return unreadable(answer, e.detail());
        }
    }

    /**
     * Any 2xx counts that has no body or one of JSON, whatever its fields, unless that is an envelope which says no, or
     * an order that a text reached first: the guide leaves that race open. A page of HTML, text, or half of an answer
     * may be somebody else's word; who looks at the order once more learns what became of it.
     */
    private ApiResult<CancelAccepted> cancelled(Exchange.Answered answer) {
        return switch (Envelope.of(answer.body(), answer.token())) {
            case Envelope.Refusal refusal -> new ApiResult.Failure<>(errors.refused(answer, refusal));
            case Envelope.Data(JsonNode data)
            when isSuccess(answer) && GuideOrders.isCompleted(data) ->
                unreadable(answer, "the order that was to be cancelled is completed");
            case Envelope.Data data -> cancelledByStatus(answer);
            case Envelope.None none when isSuccess(answer) && !none.isFromApi() -> unreadable(answer, none.why());
            case Envelope.None none -> cancelledByStatus(answer);
        };
    }

    private ApiResult<CancelAccepted> cancelledByStatus(Exchange.Answered answer) {
        return isSuccess(answer)
                ? new ApiResult.Success<>(new CancelAccepted())
                : new ApiResult.Failure<>(errors.withoutEnvelope(answer));
    }

    private static <T> ApiResult<T> unreadable(Exchange.Answered answer, String detail) {
        return new ApiResult.Failure<>(new ApiError.Unreadable(answer.status(), detail));
    }

    private static boolean isSuccess(Exchange.Answered answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    @Override
    public void close() {
        transport.close();
    }
}
