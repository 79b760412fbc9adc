package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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
 * @param choose which of the countries is tried first
 * @param announcesText whether the requester says {@code sms_requested} for every number that it uses: an order for which
 *     nothing was said then counts as unused, and not as one whose code didn't come
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
        List<String> labels,
        Choice choose,
        boolean announcesText) {

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
                List.of(),
                Choice.LISTED,
                false);
    }

    /** Reads with the strictness of {@link RequestDecoder}, whoever does the reading. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static VerificationRequest fromJson(ObjectNode json) {
        return RequestFields.read(json);
    }

    /** The same with a limit on the price of one order, whole rupiah. */
    public VerificationRequest withMaxPriceIdr(long idr) {
        return changed(copy -> copy.maxPriceIdr = idr);
    }

    /** The same with another time to wait for the code of one order, in seconds. */
    public VerificationRequest withTimeoutSeconds(int seconds) {
        return changed(copy -> copy.timeoutSeconds = seconds);
    }

    /** The same with another number of orders that may be placed. */
    public VerificationRequest withMaxAttempts(int attempts) {
        return changed(copy -> copy.maxAttempts = attempts);
    }

    /** The same with an instant after which no order is placed. */
    public VerificationRequest withStartBefore(Instant instant) {
        return changed(copy -> copy.startBefore = instant);
    }

    /** The same with another priority. */
    public VerificationRequest withPriority(Priority other) {
        return changed(copy -> copy.priority = other);
    }

    /** The same on behalf of a tenant. */
    public VerificationRequest withTenant(String name) {
        return changed(copy -> copy.tenant = name);
    }

    /** The same with these labels in place of the former. */
    public VerificationRequest withLabels(String... texts) {
        return changed(copy -> copy.labels = Arrays.asList(texts));
    }

    /** The same with another way to choose the country. */
    public VerificationRequest withChoose(Choice other) {
        return changed(copy -> copy.choose = other);
    }

    /** The same by a requester who says when a text was requested. */
    public VerificationRequest withAnnouncedTexts() {
        return changed(copy -> copy.announcesText = true);
    }

    private VerificationRequest changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toRequest();
    }

    /** The components on their way to another request. */
    private static final class Copy {

        private final int platformId;
        private final List<Integer> countryIds;
        private @Nullable Long maxPriceIdr;
        private int timeoutSeconds;
        private int maxAttempts;
        private @Nullable Instant startBefore;
        private Priority priority;
        private @Nullable String tenant;
        private List<String> labels;
        private Choice choose;
        private boolean announcesText;

        Copy(VerificationRequest request) {
            platformId = request.platformId;
            countryIds = request.countryIds;
            maxPriceIdr = request.maxPriceIdr;
            timeoutSeconds = request.timeoutSeconds;
            maxAttempts = request.maxAttempts;
            startBefore = request.startBefore;
            priority = request.priority;
            tenant = request.tenant;
            labels = request.labels;
            choose = request.choose;
            announcesText = request.announcesText;
        }

        VerificationRequest toRequest() {
            return new VerificationRequest(
                    platformId,
                    countryIds,
                    maxPriceIdr,
                    timeoutSeconds,
                    maxAttempts,
                    startBefore,
                    priority,
                    tenant,
                    labels,
                    choose,
                    announcesText);
        }
    }
}
