package io.otpstream.client;

import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.VerificationRequest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link VerificationFailedException} tells.
 *
 * @param request as it was sent
 * @param explanation what the final record says beside the reason; empty where there is none
 * @param attempts of the final record
 * @param orders how many are known to have been placed
 * @param orderedIdr what they cost before refunds, whole rupiah
 */
record Failure(
        String requestId,
        VerificationRequest request,
        FailureReason reason,
        String explanation,
        List<ExpiryResult.Attempt> attempts,
        int orders,
        long orderedIdr) {

    Failure {
        attempts = List.copyOf(attempts);
    }

    static Failure before(
            String requestId, VerificationRequest request, FailureReason reason, List<RentedNumber> numbers) {
        long idr = numbers.stream()
                .mapToLong(number -> number.priceIdr() == null ? 0 : number.priceIdr())
                .sum();
        return new Failure(requestId, request, reason, "", List.of(), numbers.size(), idr);
    }

    static Failure at(ExpiryResult result, VerificationRequest request, FailureReason reason) {
        List<ExpiryResult.Attempt> orders = result.attempts().stream()
                .filter(attempt -> attempt.orderId() != null)
                .toList();
        long idr = orders.stream()
                .mapToLong(order -> order.priceIdr() == null ? 0 : order.priceIdr())
                .sum();
        return new Failure(result.requestId(), request, reason, result.reason(), result.attempts(), orders.size(), idr);
    }

    /** As in {@code request r1: no number in stock (countries 6, 7; orders: 0, 0 IDR before refunds; attempt 1 in country 6: no_stock)}. */
    String message() {
        String tried = attempts.stream().map(Failure::text).collect(Collectors.joining("; "));
        return "request " + requestId + ": " + reason.sentence() + " (" + countries() + "; orders: " + orders + ", "
                + orderedIdr + " IDR before refunds" + (tried.isEmpty() ? "" : "; " + tried) + ")"
                + (explanation.isEmpty() ? "" : ". otpstream says: " + explanation);
    }

    private String countries() {
        List<?> given = request.countryIds() == null ? request.countries() : request.countryIds();
        return given == null
                ? "no countries"
                : given.stream().map(String::valueOf).collect(Collectors.joining(", ", "countries ", ""));
    }

    private static String text(ExpiryResult.Attempt attempt) {
        return "attempt " + attempt.attempt() + " in country " + attempt.countryId() + ": "
                + attempt.outcome().word() + (attempt.priceIdr() == null ? "" : " at " + attempt.priceIdr() + " IDR")
                + (attempt.errorCode() == null ? "" : " (" + attempt.errorCode() + ")");
    }
}
