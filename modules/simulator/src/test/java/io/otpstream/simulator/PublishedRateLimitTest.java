package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fact sheet's RATE_LIMIT_EXCEEDED, with two requests a minute: every call counts, and every call may be refused. */
class PublishedRateLimitTest extends PublishedTestBase {

    PublishedRateLimitTest() {
        super(PUBLISHED.withRequestsPerMinute(2));
    }

    @ParameterizedTest
    @EnumSource
    void rateLimitExceeded429(PublishedCall call) {
        client.call(call);
        client.call(call);

        Answer answer = client.call(call);

        assertError(answer, 429, "RATE_LIMIT_EXCEEDED");
        assertThat(answer.retryAfter()).isEqualTo("60");
    }

    @Test
    void aRefusalLeavesNoTraceUnderItsKey() {
        client.get("/balance");
        client.get("/balance");
        assertError(client.post("/orders/create", routed(PRODUCT), "key"), 429, "RATE_LIMIT_EXCEEDED");
        time.advanceSeconds(60);

        assertThat(client.post("/orders/create", routed(PRODUCT), "key").status())
                .isEqualTo(200);
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
    }
}
