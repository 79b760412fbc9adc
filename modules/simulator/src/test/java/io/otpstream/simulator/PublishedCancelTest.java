package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.PublishedRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the fact sheet says about cancels, with a cap of two a day. */
class PublishedCancelTest extends PublishedTestBase {

    PublishedCancelTest() {
        super(PUBLISHED.withPublished(PublishedRules.ordinary().withCancelsPerDay(2)));
    }

    @Test
    void cancelTooEarly409UntilTheWindowIsOver() {
        int order = order(forced(903));
        time.advanceSeconds(119.5);

        Answer answer = cancel(order);

        assertError(answer, 409, "CANCEL_TOO_EARLY");
        assertThat(answer.body().path("error").path("message").textValue()).contains("1 seconds");
        time.advanceSeconds(0.5);
        assertThat(cancel(order).data().path("refund_amount").longValue()).isEqualTo(3_000);
    }

    @Test
    void conflict409AfterAnyText() {
        int withCode = order(forced(901));
        int codeless = order(forced(912));
        time.advanceSeconds(10);

        assertError(cancel(withCode), 409, "CONFLICT");
        assertError(cancel(codeless), 409, "CONFLICT");
    }

    @Test
    void conflict409WhenItIsCanceledOrExpired() {
        int canceled = order(forced(903));
        int expired = order(forced(904));
        time.advanceSeconds(120);
        cancel(canceled).data();

        assertError(cancel(canceled), 409, "CONFLICT");
        assertError(cancel(expired), 409, "CONFLICT");
        assertThat(balance()).isEqualTo(10_000_000);
    }

    @Test
    void rateLimitExceeded429BeyondTheDailyCap() {
        int first = order(forced(903));
        int second = order(forced(903));
        int third = order(forced(903));
        time.advanceSeconds(120);
        cancel(first).data();
        cancel(second).data();

        Answer refused = cancel(third);

        assertError(refused, 429, "RATE_LIMIT_EXCEEDED");
        assertThat(refused.retryAfter()).isEqualTo("86400");
        assertThat(client.get("/balance").status()).isEqualTo(200);
        assertThat(statusOf(third)).isEqualTo("ACTIVE");
    }

    @Test
    void theCapIsOfADay() {
        for (int i = 0; i < 2; i++) {
            int order = order(forced(903));
            time.advanceSeconds(120);
            cancel(order).data();
        }
        time.advance(Duration.ofHours(24).minusSeconds(240));
        int order = order(forced(903));
        time.advanceSeconds(120);

        cancel(order).data();
    }

    private Answer cancel(int order) {
        return client.post("/orders/cancel", id(order));
    }
}
