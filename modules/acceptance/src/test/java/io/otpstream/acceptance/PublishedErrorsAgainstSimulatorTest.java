package io.otpstream.acceptance;

import static io.otpstream.acceptance.ApiAnswers.error;
import static io.otpstream.acceptance.ApiAnswers.value;
import static io.otpstream.acceptance.PublishedVendor.INDONESIA;
import static io.otpstream.acceptance.PublishedVendor.PERMIT;
import static io.otpstream.acceptance.PublishedVendor.SETTINGS;
import static io.otpstream.acceptance.PublishedVendor.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.WebhookChange;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.PublishedRules;
import io.otpstream.simulator.vendor.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the published contract's list of errors, as the client reads what the vendor's stand-in says. */
class PublishedErrorsAgainstSimulatorTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    /** Every call of the client. */
    private static final Map<ApiCall, Function<PublishedApi, CompletionStage<? extends ApiResult<?>>>> CALLS =
            Map.ofEntries(
                    Map.entry(ApiCall.BALANCE, api -> api.balance(PERMIT)),
                    Map.entry(ApiCall.COUNTRIES, api -> api.countries(PERMIT)),
                    Map.entry(ApiCall.SERVICES, api -> api.platforms(PERMIT)),
                    Map.entry(ApiCall.PRODUCTS, api -> api.products(INDONESIA, PERMIT)),
                    Map.entry(ApiCall.OPERATORS, api -> api.operators(INDONESIA, WHATSAPP, PERMIT)),
                    Map.entry(ApiCall.CREATE, api -> api.createOrders("key", new byte[] {'{', '}'}, PERMIT)),
                    Map.entry(ApiCall.ACTIVE, api -> api.activeOrders(PERMIT)),
                    Map.entry(ApiCall.LIST, api -> api.orders(20, 0, PERMIT)),
                    Map.entry(ApiCall.LOOK, api -> api.order("1", PERMIT)),
                    Map.entry(ApiCall.CANCEL, api -> api.cancelOrder("1", PERMIT)),
                    Map.entry(ApiCall.FINISH, api -> api.finishOrder("1", PERMIT)),
                    Map.entry(ApiCall.RESEND, api -> api.resendCode("1", PERMIT)),
                    Map.entry(ApiCall.WEBHOOK, api -> api.webhook(PERMIT)),
                    Map.entry(ApiCall.WEBHOOK_CHANGE, api -> api.changeWebhook(new WebhookChange("", ""), PERMIT)),
                    Map.entry(ApiCall.WEBHOOK_TEST, api -> api.testWebhook(PERMIT)));

    @ParameterizedTest
    @EnumSource(value = Refusal.class)
    void everyCodeOfEveryCall(Refusal refusal) {
        try (PublishedVendor vendor = new PublishedVendor()) {
            CALLS.forEach((call, request) -> {
                vendor.simulator().refuseNext(call, refusal, 1);
                assertThat(refused(request.apply(vendor.api())))
                        .as("%s of %s", refusal, call)
                        .satisfies(error -> assertThat(error.getClass()).isEqualTo(type(refusal)));
            });
        }
    }

    private static Class<? extends ApiError> type(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHORIZED -> ApiError.Unauthorized.class;
            case FORBIDDEN -> ApiError.Forbidden.class;
            case RATE_LIMIT_EXCEEDED -> ApiError.RateLimited.class;
            case INVALID_PARAMETERS -> ApiError.InvalidParameters.class;
            case INSUFFICIENT_BALANCE -> ApiError.InsufficientBalance.class;
            case PRODUCT_UNAVAILABLE -> ApiError.ProductUnavailable.class;
            case ORDER_NOT_FOUND, NUMBER_NOT_RENTED, NOT_FOUND -> ApiError.OrderNotFound.class;
            case CONFLICT -> ApiError.Conflict.class;
            case CANCEL_TOO_EARLY -> ApiError.CancelTooEarly.class;
            case PROVIDER_ERROR -> ApiError.ProviderError.class;
            case REQUEST_IN_PROGRESS -> ApiError.RequestInProgress.class;
            case IDEMPOTENCY_KEY_REUSED -> ApiError.KeyReused.class;
            case TEMP_BANNED -> ApiError.TemporarilyBanned.class;
            // Plain text, as of a query that nobody can read.
            case MALFORMED_QUERY -> ApiError.OtherRejection.class;
            case FX_RATE_UNAVAILABLE, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> ApiError.ServerFailure.class;
        };
    }

    private static ApiError refused(CompletionStage<? extends ApiResult<?>> answer) {
        ApiResult<?> result = answer.toCompletableFuture().join();
        if (result instanceof ApiResult.Failure<?>(ApiError error)) {
            return error;
        }
        throw new AssertionError("expected a failure, got " + result);
    }

    @Test
    void unauthorizedAndForbidden() {
        try (PublishedVendor vendor = new PublishedVendor();
                PublishedApi stranger = vendor.client("unknown-token");
                PublishedApi weak = vendor.client(Simulator.FORBIDDEN_TOKEN)) {
            CALLS.values().forEach(call -> {
                assertThat(refused(call.apply(stranger))).isEqualTo(new ApiError.Unauthorized());
                assertThat(refused(call.apply(weak))).isEqualTo(new ApiError.Forbidden());
            });
        }
    }

    @Test
    void notFound() {
        ApiError notFound = new ApiError.OrderNotFound("NOT_FOUND");
        try (PublishedVendor vendor = new PublishedVendor()) {
            PublishedApi api = vendor.api();
            assertThat(error(api.order("4711", PERMIT))).isEqualTo(notFound);
            assertThat(error(api.cancelOrder("4711", PERMIT))).isEqualTo(notFound);
            assertThat(error(api.finishOrder("4711", PERMIT))).isEqualTo(notFound);
            assertThat(error(api.resendCode("4711", PERMIT))).isEqualTo(notFound);
        }
    }

    /** A pipeline that has spoken the guide's dialect before may hold such an order. */
    @Test
    void orderOfTheGuide() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            assertThat(error(vendor.api().cancelOrder("ord_1", PERMIT))).isInstanceOf(ApiError.InvalidParameters.class);
            assertThat(error(vendor.api().order("ord_1", PERMIT))).isEqualTo(new ApiError.OrderNotFound("NOT_FOUND"));
        }
    }

    @Test
    void insufficientBalance() {
        try (PublishedVendor vendor = new PublishedVendor(SETTINGS.withStartBalanceIdr(2_999))) {
            assertThat(error(vendor.create(WHATSAPP, 1))).isEqualTo(new ApiError.InsufficientBalance());
            assertThat(error(vendor.create(907, 1))).isEqualTo(new ApiError.InsufficientBalance());
        }
    }

    @Test
    void conflict() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            Order received = vendor.buy(901);
            Order waiting = vendor.buy(903);
            assertThat(error(vendor.api().cancelOrder(received.orderId(), PERMIT)))
                    .isEqualTo(new ApiError.Conflict());
            assertThat(error(vendor.api().finishOrder(waiting.orderId(), PERMIT)))
                    .isEqualTo(new ApiError.Conflict());
            assertThat(error(vendor.api().resendCode(waiting.orderId(), PERMIT)))
                    .isEqualTo(new ApiError.Conflict());
            vendor.pass(Duration.ofMinutes(2));
            value(vendor.api().cancelOrder(waiting.orderId(), PERMIT));
            assertThat(error(vendor.api().cancelOrder(waiting.orderId(), PERMIT)))
                    .as("of an order that has ended")
                    .isEqualTo(new ApiError.Conflict());
        }
    }

    @Test
    void cancelTooEarly() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            Order placed = vendor.buy(903);
            vendor.pass(Duration.ofSeconds(50));
            assertThat(error(vendor.api().cancelOrder(placed.orderId(), PERMIT)))
                    .isEqualTo(new ApiError.CancelTooEarly(Duration.ofSeconds(70)));
        }
    }

    @Test
    void validationError() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            assertThat(error(vendor.api().createOrders("key", new byte[] {'{', '}'}, PERMIT)))
                    .isInstanceOfSatisfying(ApiError.InvalidParameters.class, invalid -> assertThat(invalid.code())
                            .isEqualTo("VALIDATION_ERROR"));
            assertThat(error(vendor.api().changeWebhook(new WebhookChange("ftp://127.0.0.1/", null), PERMIT)))
                    .isInstanceOf(ApiError.InvalidParameters.class);
            byte[] tooMany = "{\"catalog_product_id\":6001,\"quantity\":101}".getBytes(StandardCharsets.UTF_8);
            assertThat(error(vendor.api().createOrders("other-key", tooMany, PERMIT)))
                    .isInstanceOf(ApiError.InvalidParameters.class);
        }
    }

    @Test
    void providerError() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            assertThat(error(vendor.create(914, 1))).isEqualTo(new ApiError.ProviderError("no_numbers"));
        }
    }

    @Test
    void noOfferAvailable() {
        ApiError none = new ApiError.ProductUnavailable("NO_OFFER_AVAILABLE");
        try (PublishedVendor vendor = new PublishedVendor()) {
            assertThat(error(vendor.create(906, 1))).isEqualTo(none);
            assertThat(error(vendor.create(911, 1))).isEqualTo(none);
        }
    }

    @Test
    void rateLimitExceeded() {
        try (PublishedVendor vendor = new PublishedVendor(SETTINGS.withRequestsPerMinute(1))) {
            vendor.balance();
            assertThat(error(vendor.api().balance(PERMIT)))
                    .isInstanceOfSatisfying(ApiError.RateLimited.class, limited -> assertThat(limited.retryAfter())
                            .isPositive());
        }
    }

    @Test
    void dailyCapOfCancels() {
        SimulatorSettings oneCancel = SETTINGS.withPublished(
                PublishedRules.ordinary().withCancelsPerDay(1).withCancelAfter(Duration.ZERO));
        try (PublishedVendor vendor = new PublishedVendor(oneCancel)) {
            Order first = vendor.buy(903);
            Order second = vendor.buy(903);
            value(vendor.api().cancelOrder(first.orderId(), PERMIT));
            assertThat(error(vendor.api().cancelOrder(second.orderId(), PERMIT)))
                    .isEqualTo(new ApiError.RateLimited(Duration.ofDays(1)));
            vendor.balance();
        }
    }

    @Test
    void temporarilyBanned() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            ApiError ban = new ApiError.TemporarilyBanned(StandingTime.START.plus(FOUR_HOURS), "HARD", FOUR_HOURS);
            assertThat(error(vendor.create(916, 1))).isEqualTo(ban);
            vendor.simulator().ban(FOUR_HOURS);
            assertThat(error(vendor.create(WHATSAPP, 1))).isEqualTo(ban);
            vendor.balance();
            assertThat(value(vendor.api().activeOrders(PERMIT))).isEmpty();
            vendor.pass(FOUR_HOURS);
            vendor.buy(WHATSAPP);
        }
    }

    @Test
    void bodyThatIsTooLong() {
        try (PublishedVendor vendor = new PublishedVendor()) {
            assertThat(error(vendor.api().createOrders("key", new byte[(1 << 20) + 1], PERMIT)))
                    .isEqualTo(new ApiError.OtherRejection(413, null, ""));
        }
    }
}
