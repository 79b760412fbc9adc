package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a requester wants: a number for one platform, and the code that is texted to it. The record's key is the request
 * id, see {@link RequestId}.
 *
 * <p>An instance always keeps the rules below; the constructor and the withers throw {@link InvalidFieldException}.
 *
 * @param platformId the vendor's id of the platform that sends the code, at least 1
 * @param countryIds 1 to 10 different ids of the vendor's countries, each at least 1, in order of preference
 * @param maxPriceIdr the most that one order may cost, whole rupiah, at least 1; null for no limit
 * @param timeoutSeconds how long to wait for the code of one order, 10 to 1200 s
 * @param maxAttempts the most orders that may be placed one after another, 1 to 5
 * @param startBefore no order is placed after this instant; null for 24 h after the record's timestamp, which only the
 *     reader knows
 * @param priority who is served first when the rate budget is short
 * @param tenant on whose behalf, 1 to 64 characters, echoed on every record; null for nobody in particular
 * @param labels up to 10 texts of 1 to 64 characters, echoed on every record
 */
public record VerificationRequest(
        int platformId,
        List<Integer> countryIds,
        @Nullable Long maxPriceIdr,
        int timeoutSeconds,
        int maxAttempts,
        @Nullable Instant startBefore,
        Priority priority,
        @Nullable String tenant,
        List<String> labels) {

    /** How long to wait for the code of one order unless the request says otherwise, in seconds. */
    public static final int DEFAULT_TIMEOUT_SECONDS = 90;

    /** How many orders may be placed unless the request says otherwise. */
    public static final int DEFAULT_MAX_ATTEMPTS = 2;

    /** Keeps the rules of the contract. */
    public VerificationRequest {
        RequestFields.PLATFORM_ID.check(platformId);
        countryIds = RequestFields.checkCountries(countryIds);
        if (maxPriceIdr != null) {
            RequestFields.MAX_PRICE.check(maxPriceIdr.longValue());
        }
        RequestFields.TIMEOUT_SECONDS.check(timeoutSeconds);
        RequestFields.MAX_ATTEMPTS.check(maxAttempts);
        if (startBefore != null) {
            Rfc3339.check("start_before", startBefore);
        }
        if (tenant != null) {
            RequestFields.TENANT.check(tenant);
        }
        labels = RequestFields.checkLabels(labels);
    }

    /** A request with the defaults for everything else. */
    public static VerificationRequest of(int platformId, Integer... countryIds) {
        return of(platformId, Arrays.asList(countryIds));
    }

    /** A request with the defaults for everything else. */
    public static VerificationRequest of(int platformId, List<Integer> countryIds) {
        return new VerificationRequest(
                platformId,
                countryIds,
                null,
                DEFAULT_TIMEOUT_SECONDS,
                DEFAULT_MAX_ATTEMPTS,
                null,
                Priority.INTERACTIVE,
                null,
                List.of());
    }

    /** Reads with the strictness of {@link RequestDecoder}, whoever does the reading. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static VerificationRequest fromJson(ObjectNode json) {
        return RequestFields.read(json);
    }

    /** The same with a limit on the price of one order, whole rupiah. */
    public VerificationRequest withMaxPriceIdr(long idr) {
        return new VerificationRequest(
                platformId, countryIds, idr, timeoutSeconds, maxAttempts, startBefore, priority, tenant, labels);
    }

    /** The same with another time to wait for the code of one order, in seconds. */
    public VerificationRequest withTimeoutSeconds(int seconds) {
        return new VerificationRequest(
                platformId, countryIds, maxPriceIdr, seconds, maxAttempts, startBefore, priority, tenant, labels);
    }

    /** The same with another number of orders that may be placed. */
    public VerificationRequest withMaxAttempts(int attempts) {
        return new VerificationRequest(
                platformId, countryIds, maxPriceIdr, timeoutSeconds, attempts, startBefore, priority, tenant, labels);
    }

    /** The same with an instant after which no order is placed. */
    public VerificationRequest withStartBefore(Instant instant) {
        return new VerificationRequest(
                platformId, countryIds, maxPriceIdr, timeoutSeconds, maxAttempts, instant, priority, tenant, labels);
    }

    /** The same with another priority. */
    public VerificationRequest withPriority(Priority other) {
        return new VerificationRequest(
                platformId, countryIds, maxPriceIdr, timeoutSeconds, maxAttempts, startBefore, other, tenant, labels);
    }

    /** The same on behalf of a tenant. */
    public VerificationRequest withTenant(String name) {
        return new VerificationRequest(
                platformId, countryIds, maxPriceIdr, timeoutSeconds, maxAttempts, startBefore, priority, name, labels);
    }

    /** The same with these labels in place of the former. */
    public VerificationRequest withLabels(String... texts) {
        return new VerificationRequest(
                platformId,
                countryIds,
                maxPriceIdr,
                timeoutSeconds,
                maxAttempts,
                startBefore,
                priority,
                tenant,
                Arrays.asList(texts));
    }
}
