package io.otpstream.smscode;

import static io.otpstream.smscode.Results.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.WebhookChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What refusals mean in the published dialect, without a network. JSON is written with single quotes. */
class PublishedErrorsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
    private static final Permit PERMIT = Permit.untimed("c");

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED, Unauthorized[]",
        "403, FORBIDDEN, Forbidden[]",
        "404, NOT_FOUND, OrderNotFound[code=NOT_FOUND]",
        "409, INSUFFICIENT_BALANCE, InsufficientBalance[]",
        "409, CONFLICT, Conflict[]",
        "409, CANCEL_TOO_EARLY, CancelTooEarly[retryAfter=null]",
        "409, REQUEST_IN_PROGRESS, RequestInProgress[]",
        "422, VALIDATION_ERROR, 'InvalidParameters[code=VALIDATION_ERROR, message=why not]'",
        "422, PROVIDER_ERROR, ProviderError[cause=null]",
        "422, NO_OFFER_AVAILABLE, ProductUnavailable[code=NO_OFFER_AVAILABLE]",
        "422, IDEMPOTENCY_KEY_REUSED, KeyReused[]",
        "429, RATE_LIMIT_EXCEEDED, RateLimited[retryAfter=null]",
        "429, TEMP_BANNED_ABUSE_GUARD, 'TemporarilyBanned[until=null, tier=null, retryAfter=null]'",
        "500, INTERNAL_ERROR, 'ServerFailure[status=500, retryAfter=null]'",
        "503, SERVICE_UNAVAILABLE, 'ServerFailure[status=503, retryAfter=null]'",
        "503, FX_RATE_UNAVAILABLE, 'ServerFailure[status=503, retryAfter=null]'",
        // What the manifest of an official SDK pairs them with.
        "502, PROVIDER_ERROR, ProviderError[cause=null]",
        "409, NO_OFFER_AVAILABLE, ProductUnavailable[code=NO_OFFER_AVAILABLE]",
        "409, IDEMPOTENCY_KEY_REUSED, KeyReused[]",
        "403, TEMP_BANNED_ABUSE_GUARD, 'TemporarilyBanned[until=null, tier=null, retryAfter=null]'",
        // A code counts whatever its status and case.
        "200, INSUFFICIENT_BALANCE, InsufficientBalance[]",
        "200, internal_error, 'ServerFailure[status=500, retryAfter=null]'",
        "400, SERVICE_UNAVAILABLE, 'ServerFailure[status=503, retryAfter=null]'",
        "502, INTERNAL_ERROR, 'ServerFailure[status=502, retryAfter=null]'",
        "404, conflict, Conflict[]",
        // Codes that nobody lists, those of the guide among them.
        "404, ORDER_NOT_FOUND, 'OtherRejection[status=404, apiCode=ORDER_NOT_FOUND, message=why not]'",
        "418, TEAPOT, 'OtherRejection[status=418, apiCode=TEAPOT, message=why not]'",
        "401, TEAPOT, Unauthorized[]",
        "429, TEAPOT, RateLimited[retryAfter=null]",
        "502, TEAPOT, 'ServerFailure[status=502, retryAfter=null]'",
        "200, TEAPOT, 'Unreadable[status=200, detail=success is false, with the unknown code TEAPOT]'"
    })
    void errorCodeDecidesThenStatus(int status, String code, String expected) {
        String body = "{'success':false,'error':{'code':'" + code + "','message':'why not'}}";
        for (ApiError error : ofAllCalls(client(status, body))) {
            assertThat(error.toString()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'OtherRejection[status=400, apiCode=null, message=]'",
        "401, Unauthorized[]",
        "403, Forbidden[]",
        "404, 'OtherRejection[status=404, apiCode=null, message=]'",
        "413, 'OtherRejection[status=413, apiCode=null, message=]'",
        "429, RateLimited[retryAfter=null]",
        "500, 'ServerFailure[status=500, retryAfter=null]'",
        "502, 'ServerFailure[status=502, retryAfter=null]'",
        "302, 'Unreadable[status=302, detail=a redirect, which is not followed]'"
    })
    void withoutEnvelopeTheStatusDecides(int status, String expected) {
        for (String body : List.of("", "Bad Request: malformed query", "<html>502</html>", "[]", "{}", "{")) {
            for (ApiError error : ofAllCalls(client(status, body))) {
                assertThat(error.toString()).as(body).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "<html>", "{", "{}", "[]", "null", "{'success':true}", "{'success':false}"})
    void successWithoutItsDataIsUnreadable(String body) {
        for (ApiError error : ofAllCalls(client(200, body))) {
            assertThat(error).isInstanceOf(ApiError.Unreadable.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "{'cause':'no_numbers'} | no_numbers",
                "{'reason':'price_rejected'} | price_rejected",
                "{'code':'provider_unavailable','x':[]} | provider_unavailable",
                "'provider_error' | provider_error",
                "{'cause':'no numbers for +62811222333'} | -",
                "{'cause':{}} | -",
                "{} | -",
                "null | -",
                "[1] | -"
            })
    void causeOfAProvidersRefusal(String details, @Nullable String cause) {
        assertThat(refusal(422, "PROVIDER_ERROR", details, "no", Map.of()))
                .isEqualTo(new ApiError.ProviderError(cause));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "{'retry_after_seconds':87} | - | no | PT1M27S",
                "{'remaining_seconds':'87.2'} | - | no | PT1M28S",
                "{'cancel_available_at':'2026-01-31T12:01:30Z'} | - | no | PT1M30S",
                "{'cancel_available_at':'2026-01-31T11:00:00Z'} | - | no | PT0S",
                "null | 45 | wait 90 seconds | PT45S",
                "null | - | Order can be cancelled in 93 seconds | PT1M33S",
                "null | - | please wait 9s. | PT9S",
                "{'retry_after_seconds':-1} | - | wait 1 sec | PT1S",
                "null | - | wait 2 minutes | -",
                "null | - | order 4711 is too young | -"
            })
    void howLongACancelHasToWait(String details, @Nullable String header, String message, @Nullable Duration wait) {
        Map<String, String> headers = header == null ? Map.of() : Map.of("retry-after", header);
        assertThat(refusal(409, "CANCEL_TOO_EARLY", details, message, headers))
                .isEqualTo(new ApiError.CancelTooEarly(wait));
    }

    @Test
    void banSaysUntilWhen() {
        String details = "{'until':'2026-01-31T16:00:00Z','tier':'HARD','retry_after_seconds':14400}";
        assertThat(refusal(429, "TEMP_BANNED_ABUSE_GUARD", details, "no", Map.of()))
                .isEqualTo(new ApiError.TemporarilyBanned(
                        Instant.parse("2026-01-31T16:00:00Z"), "HARD", Duration.ofHours(4)));
        assertThat(refusal(429, "TEMP_BANNED_ABUSE_GUARD", details, "no", Map.of("retry-after", "60")))
                .isEqualTo(new ApiError.TemporarilyBanned(
                        Instant.parse("2026-01-31T16:00:00Z"), "HARD", Duration.ofMinutes(1)));
        assertThat(refusal(429, "TEMP_BANNED_ABUSE_GUARD", "{'until':'soon','tier':2}", "no", Map.of()))
                .isEqualTo(new ApiError.TemporarilyBanned(null, "2", null));
    }

    @Test
    void retryAfterIsReadOnlyWhereTheApiSays() {
        Map<String, String> headers = Map.of("retry-after", "Sat, 31 Jan 2026 12:00:30 GMT");
        Duration wait = Duration.ofSeconds(30);
        assertThat(refusal(429, "RATE_LIMIT_EXCEEDED", "null", "no", headers))
                .isEqualTo(new ApiError.RateLimited(wait));
        assertThat(refusal(503, "SERVICE_UNAVAILABLE", "null", "no", headers))
                .isEqualTo(new ApiError.ServerFailure(503, wait));
        assertThat(refusal(500, "INTERNAL_ERROR", "null", "no", headers))
                .isEqualTo(new ApiError.ServerFailure(500, wait));
    }

    @Test
    void messagesKeepSecrets() {
        String said = Canned.TOKEN + " for +62 811-222-333, code 847291";
        assertThat(refusal(422, "VALIDATION_ERROR", "null", said, Map.of()))
                .isEqualTo(new ApiError.InvalidParameters("VALIDATION_ERROR", "[token] for [digits], code [digits]"));
    }

    private static ApiError refusal(
            int status, String code, String details, String message, Map<String, String> headers) {
        String body = "{'success':false,'error':{'code':'" + code + "','message':'" + message + "','details':" + details
                + "}}";
        return error(Results.await(
                new PublishedClient(Canned.answer(status, headers, body), CLOCK).cancelOrder("4711", PERMIT)));
    }

    private static List<ApiError> ofAllCalls(PublishedClient api) {
        return List.of(
                error(Results.await(api.balance(PERMIT))),
                error(Results.await(api.countries(PERMIT))),
                error(Results.await(api.platforms(PERMIT))),
                error(Results.await(api.products(7, PERMIT))),
                error(Results.await(api.products(7, 1, PERMIT))),
                error(Results.await(api.operators(7, 1, PERMIT))),
                error(Results.await(api.createOrders("key", new byte[0], PERMIT))),
                error(Results.await(api.activeOrders(PERMIT))),
                error(Results.await(api.orders(20, 0, PERMIT))),
                error(Results.await(api.order("4711", PERMIT))),
                error(Results.await(api.cancelOrder("4711", PERMIT))),
                error(Results.await(api.finishOrder("4711", PERMIT))),
                error(Results.await(api.resendCode("4711", PERMIT))),
                error(Results.await(api.webhook(PERMIT))),
                error(Results.await(api.changeWebhook(new WebhookChange("", null), PERMIT))),
                error(Results.await(api.testWebhook(PERMIT))));
    }

    private static PublishedClient client(int status, String body) {
        return new PublishedClient(Canned.answer(status, body), CLOCK);
    }
}
