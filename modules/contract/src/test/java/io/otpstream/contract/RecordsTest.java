package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final VerificationRequest REQUEST = VerificationRequest.of(1, 6);

    @Test
    void keepSecretsToThemselves() {
        assertThat(Samples.FULL_RESULT.toString())
                .contains("signup-17")
                .doesNotContain(Samples.CODE, Samples.NUMBER, Samples.MESSAGE);
        assertThat(Samples.FULL_EVENT.toString())
                .contains("signup-17", "NUMBER_REJECTED")
                .doesNotContain(Samples.NUMBER);
    }

    @Test
    void refuseARequestThatBreaksTheRules() {
        assertRefused("platform_id", () -> VerificationRequest.of(0, 6));
        assertRefused("country_ids", () -> VerificationRequest.of(1));
        assertRefused("country_ids", () -> VerificationRequest.of(1, 6, 6));
        assertRefused("country_ids", () -> VerificationRequest.of(1, -6));
        assertRefused("platform", () -> VerificationRequest.of(" ", "ID"));
        assertRefused("platform", () -> VerificationRequest.of("0", "ID"));
        assertRefused("countries", () -> VerificationRequest.of("whatsapp"));
        assertRefused("countries", () -> VerificationRequest.of("whatsapp", "ID", "id"));
        assertRefused(
                "operator", () -> VerificationRequest.of("whatsapp", "ID", "MY").withOperator("any"));
        assertRefused("hold_seconds", () -> REQUEST.withHoldSeconds(1201));
        assertRefused("max_price_idr", () -> REQUEST.withMaxPriceIdr(0));
        assertRefused("timeout_seconds", () -> REQUEST.withTimeoutSeconds(9));
        assertRefused("max_attempts", () -> REQUEST.withMaxAttempts(6));
        assertRefused("start_before", () -> REQUEST.withStartBefore(Instant.MAX));
        assertRefused("tenant", () -> REQUEST.withTenant(""));
        assertRefused("labels", () -> REQUEST.withLabels("a\tb"));
        assertRefused("labels", () -> REQUEST.withLabels("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
        assertRefused("attempt", () -> VerificationCommand.withdraw().forAttempt(0));
        assertRefused("key", () -> RequestId.check("a b"));
    }

    @Test
    void countOutcomesByWord() {
        SuccessRates rates = SuccessRates.of(6, Instant.EPOCH)
                .orders(Map.of("late_code", 1L, "completed", 2L))
                .build();

        assertThat(rates.orders(OrderOutcome.COMPLETED)).isEqualTo(2);
        assertThat(rates.orders(OrderOutcome.EXPIRED)).isZero();
        assertThat(rates.orders().keySet()).containsExactly("completed", "late_code");
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(InvalidFieldException.class, refused -> assertThat(refused.field())
                        .isEqualTo(field))
                .hasMessageStartingWith(field + " must be ");
    }
}
