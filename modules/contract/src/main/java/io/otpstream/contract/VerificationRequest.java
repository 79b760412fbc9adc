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
 * <p>Platform and countries are given by the vendor's ids or by codes, as the two {@code of} say: of {@code platformId}
 * and {@code platform} one is set, and of {@code countryIds} and {@code countries} one is. Codes are looked up in the
 * vendor's catalogue when the request's turn comes; one that isn't there ends the request as rejected.
 *
 * <p>An instance always keeps the rules below; the constructor and the withers throw {@link InvalidFieldException}.
 *
 * @param platformId the vendor's id of the platform that sends the code, at least 1; null where {@code platform} says it
 * @param platform code or name of the platform in the vendor's catalogue, in any case, 1 to 64 characters; digits are its
 *     id; null where {@code platformId} says it
 * @param countryIds 1 to 10 different ids of the vendor's countries, each at least 1, in order of preference; null where
 *     {@code countries} says it
 * @param countries 1 to 10 different ISO 3166-1 alpha-2 codes, here in upper case, in order of preference; digits are an
 *     id; null where {@code countryIds} says it
 * @param operator code or, as digits, id of the mobile operator that the number has to be of, 1 to 64 characters; takes
 *     one country and an API of the published dialect; null for any
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
 * @param routing by what a provider is picked, in the published dialect
 * @param holdSeconds how long the order is kept after its code, so that another text can be asked for, 0 to 1200 s; 0 to
 *     let it go at once
 */
public record VerificationRequest(
        @Nullable Integer platformId,
        @Nullable String platform,
        @Nullable List<Integer> countryIds,
        @Nullable List<String> countries,
        @Nullable String operator,
        @Nullable Long maxPriceIdr,
        int timeoutSeconds,
        int maxAttempts,
        @Nullable Instant startBefore,
        Priority priority,
        @Nullable String tenant,
        List<String> labels,
        Choice choose,
        boolean announcesText,
        Routing routing,
        int holdSeconds) {

    /** How long to wait for the code of one order unless the request says otherwise, in seconds. */
    public static final int DEFAULT_TIMEOUT_SECONDS = 90;

    /** How many orders may be placed unless the request says otherwise. */
    public static final int DEFAULT_MAX_ATTEMPTS = 2;

    /** Keeps the rules of the contract. */
    public VerificationRequest {
        RequestFields.checkOneOf("platform_id", platformId, "platform", platform);
        if (platformId != null) {
            RequestFields.PLATFORM_ID.check(platformId.intValue());
        }
        if (platform != null) {
            RequestFields.PLATFORM.check(platform);
        }
        RequestFields.checkOneOf(CountryList.IDS, countryIds, CountryList.CODES, countries);
        countryIds = countryIds == null ? null : CountryList.checkIds(countryIds);
        countries = countries == null ? null : CountryList.checkCodes(countries);
        if (operator != null) {
            RequestFields.checkOperator(operator, countryIds == null ? sizeOf(countries) : countryIds.size());
        }
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
        RequestFields.HOLD_SECONDS.check(holdSeconds);
    }

    /** A request by ids, with the defaults for everything else. */
    public static VerificationRequest of(int platformId, Integer... countryIds) {
        return of(platformId, Arrays.asList(countryIds));
    }

    /** A request by ids, with the defaults for everything else. */
    public static VerificationRequest of(int platformId, List<Integer> countryIds) {
        return withDefaults(platformId, null, countryIds, null);
    }

    /** A request by codes, as in {@code of("whatsapp", "ID", "MY")}, with the defaults for everything else. */
    public static VerificationRequest of(String platform, String... countries) {
        return of(platform, Arrays.asList(countries));
    }

    /** A request by codes, with the defaults for everything else. */
    public static VerificationRequest of(String platform, List<String> countries) {
        return withDefaults(null, platform, null, countries);
    }

    private static VerificationRequest withDefaults(
            @Nullable Integer platformId,
            @Nullable String platform,
            @Nullable List<Integer> countryIds,
            @Nullable List<String> countries) {
        return new VerificationRequest(
                platformId,
                platform,
                countryIds,
                countries,
                null,
                null,
                DEFAULT_TIMEOUT_SECONDS,
                DEFAULT_MAX_ATTEMPTS,
                null,
                Priority.INTERACTIVE,
                null,
                List.of(),
                Choice.LISTED,
                false,
                Routing.CHEAPEST,
                0);
    }

    /** Reads with the strictness of {@link RequestDecoder}, whoever does the reading. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static VerificationRequest fromJson(ObjectNode json) {
        return RequestFields.read(json);
    }

    /** The same, of this mobile operator only. */
    public VerificationRequest withOperator(String codeOrId) {
        return changed(copy -> copy.operator = codeOrId);
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

    /** The same with another way to pick a provider. */
    public VerificationRequest withRouting(Routing other) {
        return changed(copy -> copy.routing = other);
    }

    /** The same with an order that is kept after its code, so that another text can be asked for, in seconds. */
    public VerificationRequest withHoldSeconds(int seconds) {
        return changed(copy -> copy.holdSeconds = seconds);
    }

    private static int sizeOf(@Nullable List<String> texts) {
        return texts == null ? 0 : texts.size();
    }

    private VerificationRequest changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toRequest();
    }

    /** The components on their way to another request. */
    private static final class Copy {

        private final @Nullable Integer platformId;
        private final @Nullable String platform;
        private final @Nullable List<Integer> countryIds;
        private final @Nullable List<String> countries;
        private @Nullable String operator;
        private @Nullable Long maxPriceIdr;
        private int timeoutSeconds;
        private int maxAttempts;
        private @Nullable Instant startBefore;
        private Priority priority;
        private @Nullable String tenant;
        private List<String> labels;
        private Choice choose;
        private boolean announcesText;
        private Routing routing;
        private int holdSeconds;

        Copy(VerificationRequest request) {
            platformId = request.platformId;
            platform = request.platform;
            countryIds = request.countryIds;
            countries = request.countries;
            operator = request.operator;
            maxPriceIdr = request.maxPriceIdr;
            timeoutSeconds = request.timeoutSeconds;
            maxAttempts = request.maxAttempts;
            startBefore = request.startBefore;
            priority = request.priority;
            tenant = request.tenant;
            labels = request.labels;
            choose = request.choose;
            announcesText = request.announcesText;
            routing = request.routing;
            holdSeconds = request.holdSeconds;
        }

        VerificationRequest toRequest() {
            return new VerificationRequest(
                    platformId,
                    platform,
                    countryIds,
                    countries,
                    operator,
                    maxPriceIdr,
                    timeoutSeconds,
                    maxAttempts,
                    startBefore,
                    priority,
                    tenant,
                    labels,
                    choose,
                    announcesText,
                    routing,
                    holdSeconds);
        }
    }
}
