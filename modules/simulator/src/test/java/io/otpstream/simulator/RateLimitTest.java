package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;

/** Five requests a minute; at speed 10 that minute takes six seconds. */
class RateLimitTest extends SimulatorTestBase {

    RateLimitTest() {
        super(PUNCTUAL.withRequestsPerMinute(5).withSpeed(10));
    }

    @Test
    void beyondTheLimitTheAnswerIs429UntilTheWindowHasMovedOn() {
        spend(1);
        time.advanceSeconds(1.5);
        spend(4);

        Answer refused = client.get("/balance");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("RATE_LIMIT_EXCEEDED");
        // The refused one counts too, so that four more have to leave the window: all six real seconds of it.
        assertThat(refused.retryAfter()).isEqualTo("6");

        time.advanceSeconds(6);
        spend(5);
        assertThat(client.create(6, 1).status()).isEqualTo(429);
        assertThat(simulator.ledger().totals()).satisfies(totals -> {
            assertThat(totals.requests()).isEqualTo(12);
            assertThat(totals.requests429()).isEqualTo(2);
            assertThat(totals.requests429OverLimit()).isEqualTo(2);
            assertThat(totals.orders()).isZero();
        });
    }

    @Test
    void retryAfterIsNeverZero() {
        spend(5);
        time.advanceSeconds(5.9999);

        assertThat(client.get("/balance").retryAfter()).isEqualTo("1");
    }

    @Test
    void theControlCallsAreNotLimited() {
        spend(5);
        for (int i = 0; i < 10; i++) {
            assertThat(client.ask("/ledger").path("totals").path("requests").intValue())
                    .isEqualTo(5);
        }
    }

    private void spend(int requests) {
        for (int i = 0; i < requests; i++) {
            assertThat(client.get("/balance").status()).isEqualTo(200);
        }
    }
}
