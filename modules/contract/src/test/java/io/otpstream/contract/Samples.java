package io.otpstream.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Records with everything in them and records with as little as there can be. */
final class Samples {

    static final String CODE = "847291";
    static final String MESSAGE = "Your code is 847291";
    static final String NUMBER = "6281234567890";

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    static final OrderEvent FULL_EVENT = OrderEvent.of(
                    OrderEventType.CANCELLED, "signup-17", 2, 6, 1, T0.plusSeconds(99))
            .orderId("ord_8812")
            .phoneNumber(NUMBER)
            .priceIdr(15_000L, PriceSource.CHARGED)
            .expiresAt(T0.plusSeconds(1200))
            .placedAt(T0.plusSeconds(2))
            .textRequestedAt(T0.plusMillis(4_250))
            .codeAbsentAt(T0.plusSeconds(93))
            .seenAt(T0.plusSeconds(98))
            .reason(CancelReason.NUMBER_REJECTED)
            .errorCode("ORDER_NOT_FOUND")
            .onBehalfOf("acme", List.of("nightly"))
            .announcesText(true)
            .build();

    static final OtpResult FULL_RESULT = new OtpResult(
            "signup-17",
            CODE,
            MESSAGE,
            "ord_8812",
            NUMBER,
            6,
            1,
            15_000,
            Money.IDR,
            PriceSource.CATALOG,
            1,
            T0,
            T0.plusSeconds(2),
            T0.plusMillis(23_500),
            "acme",
            List.of("nightly"),
            true,
            2);

    private Samples() {}

    /**
     * @param name of the file of golden JSON
     * @param topic that the record travels on
     */
    record Sample<V>(String name, Topic<?, V> topic, V value) {

        byte[] bytes() {
            return topic.valueSerde().serializer().serialize(topic.name(), value);
        }

        V read(byte[] bytes) {
            return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
        }

        /** The JSON that is checked in. */
        String golden() {
            return Repository.read("modules/contract/src/test/resources/golden/" + name + ".json")
                    .strip();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample<?>> all() {
        return Stream.concat(requesters(), Stream.concat(orders(), rates()));
    }

    private static Stream<Sample<?>> requesters() {
        return Stream.of(
                new Sample<>(
                        "request-full",
                        Topics.REQUESTS,
                        VerificationRequest.of(1, 6, 7, 12)
                                .withMaxPriceIdr(20_000)
                                .withTimeoutSeconds(120)
                                .withMaxAttempts(3)
                                .withStartBefore(T0.plusSeconds(600))
                                .withPriority(Priority.BATCH)
                                .withTenant("acme")
                                .withLabels("nightly", "région")
                                .withChoose(Choice.BEST)
                                .withAnnouncedTexts()
                                .withRouting(Routing.BEST_SUCCESS)
                                .withHoldSeconds(300)),
                new Sample<>("request-minimal", Topics.REQUESTS, VerificationRequest.of(1, 6)),
                new Sample<>(
                        "request-by-codes",
                        Topics.REQUESTS,
                        VerificationRequest.of("whatsapp", "id").withOperator("telkomsel")),
                new Sample<>(
                        "command-full",
                        Topics.COMMANDS,
                        VerificationCommand.numberRejected().forAttempt(1)),
                new Sample<>("command-resend", Topics.COMMANDS, VerificationCommand.resend()),
                new Sample<>("command-minimal", Topics.COMMANDS, VerificationCommand.withdraw()));
    }

    private static Stream<Sample<?>> orders() {
        return Stream.of(
                new Sample<>("order-event-full", Topics.ORDERS, FULL_EVENT),
                new Sample<>(
                        "order-event-minimal",
                        Topics.ORDERS,
                        OrderEvent.of(OrderEventType.REFUSED, "signup-17", 1, 6, 1, T0)
                                .build()),
                new Sample<>("otp-result-full", Topics.OTP_RESULTS, FULL_RESULT),
                new Sample<>(
                        "otp-result-minimal",
                        Topics.OTP_RESULTS,
                        new OtpResult(
                                "a",
                                CODE,
                                null,
                                "1",
                                NUMBER,
                                6,
                                1,
                                0,
                                Money.IDR,
                                PriceSource.CATALOG,
                                1,
                                T0,
                                T0,
                                T0,
                                null,
                                List.of(),
                                false,
                                null)),
                new Sample<>(
                        "expiry-result-full",
                        Topics.EXPIRY_RESULTS,
                        new ExpiryResult(
                                "signup-17",
                                Outcome.TIMED_OUT,
                                "No code came within 90 s of the second order.",
                                "platform_id",
                                List.of(
                                        new ExpiryResult.Attempt(1, 6, AttemptOutcome.NO_STOCK, null, null, null),
                                        new ExpiryResult.Attempt(
                                                1,
                                                7,
                                                AttemptOutcome.TIMED_OUT,
                                                "ord_8812",
                                                15_000L,
                                                "PRODUCT_UNAVAILABLE")),
                                1,
                                T0,
                                T0.plusSeconds(190),
                                "acme",
                                List.of("nightly"))),
                new Sample<>(
                        "expiry-result-minimal",
                        Topics.EXPIRY_RESULTS,
                        new ExpiryResult(
                                "a",
                                Outcome.REJECTED,
                                "The request is not JSON.",
                                null,
                                List.of(),
                                null,
                                T0,
                                T0,
                                null,
                                List.of())));
    }

    private static Stream<Sample<?>> rates() {
        return Stream.of(
                new Sample<>(
                        "success-rates-full",
                        Topics.SUCCESS_RATES,
                        SuccessRates.of(6, T0)
                                .countryCode("ID")
                                .platformId(1)
                                .hour(T0)
                                .orders(Map.of("added_later", 1L, "completed", 3L, "timed_out", 1L))
                                .open(2)
                                .successRate(0.75, 0.3, 0.95)
                                .recent(0.5, 3.25)
                                .codes(3)
                                .money(45_000, 15_000, PriceSource.MIXED)
                                .secondsToCode(21.5, 20.25, 38.0)
                                .noStockRate(0.125)
                                .build()),
                new Sample<>(
                        "success-rates-minimal",
                        Topics.SUCCESS_RATES,
                        SuccessRates.of(6, T0).build()),
                new Sample<>(
                        "costs-full",
                        Topics.COSTS,
                        new Costs(
                                T0,
                                6,
                                "ID",
                                1,
                                "acme",
                                List.of("nightly"),
                                9,
                                5,
                                90_000,
                                60_000,
                                20_000,
                                10_000,
                                10_000,
                                5_000,
                                10_000,
                                Money.IDR,
                                PriceSource.CATALOG,
                                T0.plusSeconds(60))),
                new Sample<>(
                        "costs-minimal",
                        Topics.COSTS,
                        new Costs(T0, 6, null, 1, null, List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, Money.IDR, null, T0)),
                new Sample<>(
                        "balance-statement-full",
                        Topics.BALANCE_STATEMENTS,
                        new BalanceStatement(
                                T0,
                                T0.minusSeconds(20),
                                T0.plusSeconds(3_580),
                                500_000,
                                100_000,
                                90_000,
                                20_000,
                                525_000,
                                -5_000,
                                10_000,
                                Money.IDR,
                                PriceSource.CATALOG)),
                new Sample<>(
                        "balance-statement-minimal",
                        Topics.BALANCE_STATEMENTS,
                        new BalanceStatement(T0, T0, T0, 0, 0, 0, 0, 0, 0, 0, Money.IDR, null)),
                new Sample<>(
                        "alert-full",
                        Topics.ALERTS,
                        Alert.raised(
                                "success_rate_low",
                                "6",
                                "Of the last 20 orders in country 6 two got a code.",
                                "Request other countries.",
                                T0,
                                Severity.WARNING)),
                new Sample<>(
                        "alert-minimal",
                        Topics.ALERTS,
                        new Alert("balance_low", null, "Enough is left.", null, T0, null, AlertState.CLEARED)));
    }
}
