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

/**
 * The API as the vendor's guide describes it.
 *
 * <p>A token that can't be had ends a call as {@link ApiError.NotSent}, with the reason. A call id that can't be a
 * header, or an empty order id, is an {@link IllegalArgumentException} at the call.
 */
public final class GuideClient implements GuideApi {

    private final Calls calls;

    GuideClient(Transport transport, InstantSource clock) {
        this.calls = new Calls(transport, new ApiErrors(ErrorCodes.ofGuide(), clock));
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
        return calls.make(ApiRequest.get("/balance", permit), Catalogue::balance);
    }

    @Override
    public CompletionStage<ApiResult<List<Country>>> countries(Permit permit) {
        return calls.make(ApiRequest.get("/catalog/countries", permit), Catalogue::countries);
    }

    @Override
    public CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit) {
        String target = "/catalog/products?country_id=" + countryId;
        return calls.make(ApiRequest.get(target, permit), data -> Catalogue.products(countryId, data));
    }

    @Override
    public CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit) {
        JsonBody body = JsonBody.of("{\"country_id\":" + countryId + ",\"platform_id\":" + platformId + "}");
        return calls.make(ApiRequest.post("/orders", body, permit), GuideOrders::created);
    }

    @Override
    public CompletionStage<ApiResult<Order>> order(String orderId, Permit permit) {
        return calls.make(ApiRequest.get(orderTarget(orderId), permit), data -> GuideOrders.looked(orderId, data));
    }

    @Override
    public CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit) {
        return calls.send(ApiRequest.delete(orderTarget(orderId), permit), this::cancelled);
    }

    private static String orderTarget(String orderId) {
        return "/orders/" + ApiRequest.segment("orderId", orderId);
    }

    /**
     * Any 2xx counts that has no body or one of JSON, whatever its fields, unless that is an envelope which says no, or
     * an order that a text reached first: the guide leaves that race open. A page of HTML, text, or half of an answer
     * may be somebody else's word; who looks at the order once more learns what became of it.
     */
    private ApiResult<CancelAccepted> cancelled(Exchange.Answered answer) {
        return switch (Envelope.of(answer.body(), answer.token())) {
            case Envelope.Refusal refusal -> calls.refused(answer, refusal);
            case Envelope.Data(JsonNode data)
            when answer.isSuccess() && GuideOrders.isCompleted(data) ->
                Calls.unreadable(answer, "the order that was to be cancelled is completed");
            case Envelope.Data data -> cancelledByStatus(answer);
            case Envelope.None none
            when answer.isSuccess() && !none.isFromApi() -> Calls.unreadable(answer, none.why());
            case Envelope.None none -> cancelledByStatus(answer);
        };
    }

    private ApiResult<CancelAccepted> cancelledByStatus(Exchange.Answered answer) {
        return answer.isSuccess() ? new ApiResult.Success<>(new CancelAccepted()) : calls.failedByStatus(answer);
    }

    @Override
    public void close() {
        calls.close();
    }
}
