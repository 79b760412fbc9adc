package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.AbuseRules;
import io.otpstream.simulator.vendor.PublishedRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The fact sheet's TEMP_BANNED_ABUSE_GUARD, once two of two orders have failed. */
class PublishedGuardTest extends PublishedTestBase {

    private static final AbuseRules STRICT = new AbuseRules(2, 0.9, Duration.ofHours(4));

    PublishedGuardTest() {
        super(PUBLISHED.withPublished(PublishedRules.ordinary().withAbuse(STRICT)));
    }

    @Test
    void tempBannedAbuseGuard429WithItsDetails() {
        failTwice();

        Answer answer = buy(PRODUCT);

        assertError(answer, 429, "TEMP_BANNED_ABUSE_GUARD");
        assertThat(answer.retryAfter()).isEqualTo("14400");
        assertThat(answer.body().path("error").path("details"))
                .hasToString("{\"until\":\"2026-03-01T16:00:10Z\",\"tier\":\"HARD\",\"retry_after_seconds\":14400}");
    }

    @Test
    void onlyCreateAndReactivateAreBlocked() {
        int finished = order(forced(901));
        client.post("/orders/finish", id(finished)).data();
        int waiting = order(forced(903));
        int texted = order(forced(901));
        failTwice();

        assertError(buy(PRODUCT), 429, "TEMP_BANNED_ABUSE_GUARD");
        assertError(client.post("/orders/reactivate", id(finished)), 429, "TEMP_BANNED_ABUSE_GUARD");
        assertThat(client.get("/orders/active").data()).hasSize(2);
        assertThat(client.post("/orders/finish", id(texted)).status()).isEqualTo(200);
        time.advanceSeconds(110);
        assertThat(client.post("/orders/cancel", id(waiting)).status()).isEqualTo(200);
    }

    @Test
    void aBanEnds() {
        failTwice();
        time.advance(Duration.ofHours(4));

        assertThat(buy(PRODUCT).status()).isEqualTo(200);
    }

    @Test
    void aBanIsBegunAndLiftedBehindTheCounter() {
        client.control("/ban", "{\"seconds\":60,\"tier\":\"SOFT\"}").data();
        assertThat(buy(PRODUCT)
                        .body()
                        .path("error")
                        .path("details")
                        .path("tier")
                        .textValue())
                .isEqualTo("SOFT");
        client.control("/ban", "{\"seconds\":0}").data();
        assertThat(buy(PRODUCT).status()).isEqualTo(200);

        simulator.ban(Duration.ofMinutes(1));
        assertError(buy(PRODUCT), 429, "TEMP_BANNED_ABUSE_GUARD");
        simulator.liftBan();
        assertThat(buy(PRODUCT).status()).isEqualTo(200);
    }

    private void failTwice() {
        order(forced(904));
        order(forced(904));
        time.advanceSeconds(10);
    }
}
