package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.RoutingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests, offers and answers that tests have in common. */
final class Samples {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final int INDONESIA = 6;
    static final int VIETNAM = 10;
    static final int WHATSAPP = 1;
    static final String NUMBER = "+6281234567890";
    static final String CODE = "847291";
    static final long INDONESIAN_PRICE = 15_000;
    static final long VIETNAMESE_PRICE = 9_000;

    static final Wanted.Codes CODES = new Wanted.Codes("whatsapp", List.of("ID", "VN"), null);

    /** What {@link #CODES} mean. */
    static final Wanted.Ids IDS = new Wanted.Ids(WHATSAPP, List.of(INDONESIA, VIETNAM), null);

    private Samples() {}

    /** Any price, 90 s, may start for a day. */
    static Request request(int maxAttempts, Integer... countries) {
        return request(maxAttempts, null, START.plus(Duration.ofHours(24)), countries);
    }

    static Request request(int maxAttempts, @Nullable Long maxPriceIdr, Instant startBefore, Integer... countries) {
        return new Request(
                WHATSAPP,
                List.of(countries),
                maxPriceIdr,
                Duration.ofSeconds(90),
                maxAttempts,
                START,
                startBefore,
                Priority.INTERACTIVE,
                null,
                List.of(),
                CountryChoice.LISTED,
                false);
    }

    /** The same, with this way to choose the country. */
    static Request choosing(CountryChoice choice, Request request) {
        return new Request(
                request.platformId(),
                request.countryIds(),
                request.maxPriceIdr(),
                request.timeout(),
                request.maxAttempts(),
                request.requestedAt(),
                request.startBefore(),
                request.priority(),
                request.tenant(),
                request.labels(),
                choice,
                request.announcesText());
    }

    /** Both countries have numbers. */
    static List<Offer> offers() {
        return List.of(new Offer(INDONESIA, INDONESIAN_PRICE, 5), new Offer(VIETNAM, VIETNAMESE_PRICE, 5));
    }

    static Order order(String orderId, OrderStatus status) {
        boolean hasCode = status == OrderStatus.COMPLETED || status == OrderStatus.TEXT_RECEIVED;
        String code = hasCode ? CODE : null;
        return new Order(orderId, NUMBER, status, code, null, null, START.plusSeconds(1200));
    }

    static ApiResult<Order> answer(String orderId, OrderStatus status) {
        return new ApiResult.Success<>(order(orderId, status));
    }

    /** A request whose order is kept after its code. */
    static Request holding(Duration hold, Request request) {
        return wanting(request.wanted(), RoutingPolicy.BEST_SUCCESS, hold, request);
    }

    /** The same, named as people name it. */
    static Request byCodes(Request request) {
        return wanting(CODES, request.routing(), request.hold(), request);
    }

    private static Request wanting(Wanted wanted, RoutingPolicy routing, Duration hold, Request request) {
        return new Request(
                wanted,
                request.maxPriceIdr(),
                request.timeout(),
                request.maxAttempts(),
                request.requestedAt(),
                request.startBefore(),
                request.priority(),
                request.tenant(),
                request.labels(),
                request.choice(),
                request.announcesText(),
                routing,
                hold);
    }

    /** An order as the published API tells of it, of which that many texts have come. */
    static Order published(String orderId, OrderStatus status, @Nullable String code, int texts, Instant cancelFrom) {
        return new Order(
                orderId, NUMBER, status, code, null, INDONESIAN_PRICE, START.plusSeconds(1200), texts, cancelFrom);
    }

    static <T> ApiResult<T> failure(ApiError error) {
        return new ApiResult.Failure<>(error);
    }

    /** At least one of every kind. */
    static List<ApiError> errors() {
        return List.of(
                new ApiError.InsufficientBalance(),
                new ApiError.ProductUnavailable(),
                new ApiError.OrderNotFound(),
                new ApiError.InvalidParameters("country_id is unknown"),
                new ApiError.Conflict(),
                new ApiError.CancelTooEarly(null),
                new ApiError.CancelTooEarly(Duration.ofSeconds(40)),
                new ApiError.ProviderError("no_numbers"),
                new ApiError.RequestInProgress(),
                new ApiError.KeyReused(),
                new ApiError.TemporarilyBanned(START.plus(Duration.ofHours(4)), "HARD", Duration.ofHours(4)),
                new ApiError.NotBought(),
                new ApiError.RateLimited(null),
                new ApiError.RateLimited(Duration.ofSeconds(7)),
                new ApiError.Unauthorized(),
                new ApiError.Forbidden(),
                new ApiError.OtherRejection(409, null, ""),
                new ApiError.ServerFailure(503),
                new ApiError.Unreadable(200, "not JSON"),
                new ApiError.NoAnswer("time-out"),
                new ApiError.NotSent("no connection"));
    }
}
