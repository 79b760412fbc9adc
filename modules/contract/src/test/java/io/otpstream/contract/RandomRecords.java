package io.otpstream.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Records with anything in them that their types and rules allow. */
final class RandomRecords {

    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** Every character there is but halves of surrogate pairs, which no UTF-8 holds. */
    private static final Arbitrary<String> TEXT = Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(point -> Character.getType(point) != Character.SURROGATE)
            .list()
            .ofMaxSize(40)
            .map(points ->
                    new String(points.stream().mapToInt(Integer::intValue).toArray(), 0, points.size()));

    private static final Arbitrary<Instant> INSTANT = Combinators.combine(
                    Arbitraries.longs().between(0, LAST_SECOND),
                    Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);

    private static final Arbitrary<String> REQUEST_ID = Arbitraries.strings()
            .alpha()
            .numeric()
            .withChars('.', '_', '-')
            .ofMinLength(1)
            .ofMaxLength(RequestId.MAX_LENGTH);

    private static final Arbitrary<String> PRINTABLE =
            TEXT.filter(text -> !text.isEmpty() && text.codePoints().allMatch(ShortText::isPrintable));

    private RandomRecords() {}

    private static final Arbitrary<String> NAMED =
            PRINTABLE.filter(text -> !text.isBlank() && !text.chars().allMatch(point -> point >= '0' && point <= '9'));

    static Arbitrary<VerificationRequest> requests() {
        return Arbitraries.oneOf(byIds(), byCodes()).flatMap(request -> Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(1).injectNull(0.3),
                        Arbitraries.integers().between(10, 1200),
                        Arbitraries.integers().between(1, 5),
                        INSTANT.injectNull(0.3),
                        PRINTABLE.injectNull(0.3),
                        PRINTABLE.list().ofMaxSize(10))
                .flatAs((price, timeout, attempts, start, tenant, labels) -> Combinators.combine(
                                Arbitraries.of(Priority.values()),
                                Arbitraries.of(Choice.values()),
                                Arbitraries.of(true, false),
                                Arbitraries.of(Routing.values()),
                                Arbitraries.integers().between(0, 1200))
                        .as((priority, choose, announces, routing, hold) -> new VerificationRequest(
                                request.platformId(),
                                request.platform(),
                                request.countryIds(),
                                request.countries(),
                                request.operator(),
                                price,
                                timeout,
                                attempts,
                                start,
                                priority,
                                tenant,
                                labels,
                                choose,
                                announces,
                                routing,
                                hold))));
    }

    private static Arbitrary<VerificationRequest> byIds() {
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(1),
                        oneToTen(Arbitraries.integers().greaterOrEqual(1)))
                .as(VerificationRequest::of);
    }

    private static Arbitrary<VerificationRequest> byCodes() {
        Arbitrary<String> ids = Arbitraries.integers().greaterOrEqual(1).map(id -> Integer.toString(id));
        Arbitrary<String> codes = Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
        return Combinators.combine(
                        Arbitraries.oneOf(NAMED, ids),
                        oneToTen(Arbitraries.oneOf(codes, ids)),
                        Arbitraries.oneOf(NAMED, ids).injectNull(0.5))
                .as((platform, countries, operator) -> {
                    VerificationRequest request = VerificationRequest.of(platform, countries);
                    return operator == null || countries.size() > 1 ? request : request.withOperator(operator);
                });
    }

    private static <T> Arbitrary<List<T>> oneToTen(Arbitrary<T> elements) {
        return elements.list().uniqueElements().ofMinSize(1).ofMaxSize(10);
    }

    static Arbitrary<VerificationCommand> commands() {
        return Combinators.combine(
                        Arbitraries.of(CommandType.values()),
                        Arbitraries.integers().greaterOrEqual(1).injectNull(0.5))
                .as(VerificationCommand::new);
    }

    /** A record of which every component follows from its type, its name and whether it may be null. */
    static <R extends Record> Arbitrary<R> of(Class<R> type) {
        List<Arbitrary<Optional<Object>>> components = Arrays.stream(type.getRecordComponents())
                .map(RandomRecords::component)
                .toList();
        return Combinators.combine(components).as(values -> create(type, values));
    }

    private static Arbitrary<Optional<Object>> component(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return present(component).asGeneric().optional(nullable ? 0.7 : 1);
    }

    private static Arbitrary<?> present(RecordComponent component) {
        Class<?> type = component.getType();
        return switch (component.getName()) {
            case "requestId" -> REQUEST_ID;
            case "currency" -> Arbitraries.just(Money.IDR);
            case "attempts" -> of(ExpiryResult.Attempt.class).list().ofMaxSize(5);
            case "labels" -> TEXT.list().ofMaxSize(5);
            case "orders" -> counts();
            case "successRate", "successRateLow", "successRateHigh", "recentSuccessRate", "noStockRate" ->
                Arbitraries.doubles().between(0, 1);
            default -> {
                if (type.isEnum()) {
                    yield Arbitraries.of(Arrays.stream(type.getEnumConstants())
                            .filter(constant -> !((WireWord) constant).word().equals("unknown"))
                            .toList());
                }
                yield simple(type);
            }
        };
    }

    private static Arbitrary<Map<String, Long>> counts() {
        Arbitrary<String> words = Arbitraries.of(OrderOutcome.values()).map(WireWord::word);
        return Arbitraries.maps(
                Arbitraries.oneOf(words, Arbitraries.just("added_later")),
                Arbitraries.longs().greaterOrEqual(0));
    }

    private static Arbitrary<?> simple(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Arbitraries.integers().greaterOrEqual(1);
        }
        if (type == long.class || type == Long.class) {
            return Arbitraries.longs().greaterOrEqual(0);
        }
        if (type == Double.class) {
            return Arbitraries.doubles().between(0, 1e6);
        }
        if (type == Instant.class) {
            return INSTANT;
        }
        if (type == boolean.class) {
            return Arbitraries.of(true, false);
        }
        if (type == String.class) {
            return TEXT;
        }
        throw new AssertionError("no way to make up a " + type);
    }

    private static <R> R create(Class<R> type, List<Optional<Object>> values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<R> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(
                    values.stream().map(value -> value.orElse(null)).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(type + " has no canonical constructor", impossible);
        }
    }
}
