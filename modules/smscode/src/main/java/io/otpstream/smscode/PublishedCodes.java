package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.ApiError;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The error codes of the published contract, with what their {@code details} add. Which fields those have is published
 * for the ban only; for the others the names that its users have met are tried.
 *
 * @param clock what instants and dates are compared with
 */
record PublishedCodes(InstantSource clock) implements ErrorCodes {

    private static final Pattern CAUSE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SECONDS_IN_TEXT =
            Pattern.compile("\\b([0-9]{1,5}) ?(?:s|secs?|seconds?)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable ApiError read(String code, Envelope.Refusal refusal, Exchange.Answered answer) {
        return switch (code) {
            case "NO_OFFER_AVAILABLE" -> new ApiError.ProductUnavailable(code);
            case "NOT_FOUND" -> new ApiError.OrderNotFound(code);
            case "VALIDATION_ERROR" -> new ApiError.InvalidParameters(code, refusal.message());
            case "CONFLICT" -> new ApiError.Conflict();
            case "CANCEL_TOO_EARLY" -> new ApiError.CancelTooEarly(untilCancel(refusal, answer));
            case "PROVIDER_ERROR" -> new ApiError.ProviderError(cause(refusal.details()));
            case "REQUEST_IN_PROGRESS" -> new ApiError.RequestInProgress();
            case "IDEMPOTENCY_KEY_REUSED" -> new ApiError.KeyReused();
            case "TEMP_BANNED_ABUSE_GUARD" -> ban(refusal.details(), answer);
            case "INTERNAL_ERROR" -> serverFailure(500, answer);
            case "SERVICE_UNAVAILABLE", "FX_RATE_UNAVAILABLE" -> serverFailure(503, answer);
            default -> null;
        };
    }

    /** The code means a failure of the server even under a status that doesn't. */
    private ApiError serverFailure(int usualStatus, Exchange.Answered answer) {
        boolean says = answer.status() >= 500 && answer.status() < 600;
        return new ApiError.ServerFailure(says ? answer.status() : usualStatus, retryAfter(answer));
    }

    private ApiError ban(JsonNode details, Exchange.Answered answer) {
        Duration wait = retryAfter(answer);
        return new ApiError.TemporarilyBanned(
                JsonFields.instant(details.path("until")),
                word(details.path("tier")),
                wait != null
                        ? wait
                        : seconds(details.path("retry_after_seconds")).orElse(null));
    }

    private @Nullable Duration untilCancel(Envelope.Refusal refusal, Exchange.Answered answer) {
        JsonNode details = refusal.details();
        return Stream.of("retry_after_seconds", "remaining_seconds", "wait_seconds")
                .flatMap(name -> seconds(details.path(name)).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(JsonFields.instant(details.path("cancel_available_at")))
                        .map(this::until))
                .or(() -> Optional.ofNullable(retryAfter(answer)))
                .or(() -> secondsIn(refusal.message()))
                .orElse(null);
    }

    private Duration until(Instant then) {
        Duration wait = Duration.between(clock.instant(), then);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable String cause(JsonNode details) {
        return Stream.of(details, details.path("cause"), details.path("reason"), details.path("code"))
                .flatMap(node -> Optional.ofNullable(word(node)).stream())
                .findFirst()
                .orElse(null);
    }

    /** One word of the API's; null for anything that could be more than that. */
    private static @Nullable String word(JsonNode node) {
        String text = JsonFields.text(node);
        return text != null && CAUSE.matcher(text).matches() ? text : null;
    }

    private @Nullable Duration retryAfter(Exchange.Answered answer) {
        return RetryAfter.of(answer.headers(), clock);
    }

    private static Optional<Duration> seconds(JsonNode node) {
        return JsonFields.whole(node, RoundingMode.CEILING)
                .filter(seconds -> seconds >= 0)
                .map(Duration::ofSeconds);
    }

    private static Optional<Duration> secondsIn(String message) {
        Matcher matcher = SECONDS_IN_TEXT.matcher(message);
        return matcher.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
