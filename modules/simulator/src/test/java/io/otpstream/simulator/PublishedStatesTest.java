package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What the fact sheet says about states, revisions, capabilities and cancels. */
class PublishedStatesTest extends PublishedTestBase {

    @Test
    void activeThenOtpReceivedThenCompleted() {
        int order = order(PRODUCT);
        assertThat(statusOf(order)).isEqualTo("ACTIVE");
        time.advanceSeconds(21);
        assertThat(statusOf(order)).isEqualTo("OTP_RECEIVED");
        client.post("/orders/finish", id(order)).data();
        assertThat(statusOf(order)).isEqualTo("COMPLETED");
        assertThat(balance()).isEqualTo(9_997_000);
    }

    @Test
    void otpReceivedThenCompletedByExpiry() {
        int order = order(PRODUCT);
        time.advanceSeconds(1_199);
        assertThat(statusOf(order)).isEqualTo("OTP_RECEIVED");
        time.advanceSeconds(1);

        JsonNode read = look(order);
        assertThat(read.path("status").textValue()).isEqualTo("COMPLETED");
        assertThat(read.path("otp_code").textValue()).matches("[0-9]{6}");
        assertThat(balance()).isEqualTo(9_997_000);
    }

    @Test
    void activeThenExpiredAndRefunded() {
        int order = order(forced(903));
        time.advanceSeconds(1_200);

        assertThat(statusOf(order)).isEqualTo("EXPIRED");
        assertThat(balance()).isEqualTo(10_000_000);
        assertThat(client.get("/orders/active").data()).isEmpty();
    }

    @Test
    void activeThenCanceledByTheVendor() {
        int order = order(forced(905));
        time.advanceSeconds(10);

        JsonNode read = look(order);
        assertThat(read.path("status").textValue()).isEqualTo("CANCELED");
        assertThat(read.path("failed_reason").textValue()).isNotEmpty();
        assertThat(balance()).isEqualTo(10_000_000);
    }

    @Test
    void aTextWithoutCodeIsEvidenceButNoCode() {
        int order = order(forced(912));
        time.advanceSeconds(10);

        JsonNode codeless = look(order);
        assertThat(codeless.path("status").textValue()).isEqualTo("OTP_RECEIVED");
        assertThat(codeless.path("otp_code").isNull()).isTrue();
        assertThat(codeless.path("otp_message").textValue()).isNotEmpty();
        assertThat(codeless.path("sms_revision").intValue()).isEqualTo(1);
        time.advanceSeconds(10);

        JsonNode code = look(order);
        assertThat(code.path("otp_code").textValue()).matches("[0-9]{6}");
        assertThat(code.path("sms_revision").intValue()).isEqualTo(2);
        assertThat(code.path("otp_received_at")).isEqualTo(codeless.path("otp_received_at"));
    }

    @Test
    void codeAndMessageMayComeFromDifferentTexts() {
        JsonNode placed = onlyOrder(buy(forced(901)));
        int order = placed.path("id").intValue();
        String code = look(order).path("otp_code").textValue();

        simulator.text(placed.path("phone_number").textValue(), "Welcome aboard");

        JsonNode read = look(order);
        assertThat(read.path("otp_code").textValue()).isEqualTo(code);
        assertThat(read.path("otp_message").textValue()).isEqualTo("Welcome aboard");
        assertThat(read.path("sms_revision").intValue()).isEqualTo(2);
    }

    @Test
    void textsFromOutsideEndNothing() {
        JsonNode placed = onlyOrder(buy(PRODUCT));
        int order = placed.path("id").intValue();
        for (String text : new String[] {"Your code is 1111", "Your code is 2222"}) {
            client.control(
                            "/sms",
                            "{\"to\":\"" + placed.path("phone_number").textValue() + "\",\"text\":\"" + text + "\"}")
                    .data();
        }
        time.advanceSeconds(60);

        JsonNode read = look(order);
        assertThat(read.path("status").textValue()).isEqualTo("OTP_RECEIVED");
        assertThat(read.path("otp_code").textValue()).isEqualTo("2222");
        // The curve's own text would have been the third.
        assertThat(read.path("sms_revision").intValue()).isEqualTo(2);
    }

    @Test
    void capabilitiesBeforeAText() {
        JsonNode can = onlyOrder(buy(PRODUCT)).path("capabilities");

        assertThat(can)
                .hasToString("{\"can_finish\":false,\"can_resend\":false,\"can_cancel\":false,\"can_replace\":false,"
                        + "\"can_reactivate\":false,\"resend_available_at\":null,"
                        + "\"cancel_available_at\":\"2026-03-01T12:02:00Z\","
                        + "\"replace_available_at\":\"2026-03-01T12:02:00Z\"}");
    }

    @Test
    void capabilitiesWhenACancelIsAllowed() {
        int order = order(forced(903));
        time.advanceSeconds(120);

        assertThat(look(order).path("capabilities").path("can_cancel").booleanValue())
                .isTrue();
    }

    @Test
    void capabilitiesAfterAText() {
        int order = order(PRODUCT);
        time.advanceSeconds(21);

        assertThat(look(order).path("capabilities"))
                .hasToString("{\"can_finish\":true,\"can_resend\":false,\"can_cancel\":false,\"can_replace\":false,"
                        + "\"can_reactivate\":false,\"resend_available_at\":\"2026-03-01T12:00:51Z\","
                        + "\"cancel_available_at\":null,\"replace_available_at\":null}");
        time.advanceSeconds(30);
        assertThat(look(order).path("capabilities").path("can_resend").booleanValue())
                .isTrue();
    }

    @Test
    void capabilitiesOfACompletedOrder() {
        int order = order(forced(901));
        client.post("/orders/finish", id(order)).data();

        assertThat(look(order).path("capabilities"))
                .hasToString("{\"can_finish\":false,\"can_resend\":false,\"can_cancel\":false,\"can_replace\":false,"
                        + "\"can_reactivate\":true,\"resend_available_at\":null,"
                        + "\"cancel_available_at\":null,\"replace_available_at\":null}");
    }

    @Test
    void resendHasToWaitAgainAfterAResend() {
        int order = order(forced(901));
        time.advanceSeconds(30);
        client.post("/orders/resend", id(order)).data();
        time.advanceSeconds(34.9);
        assertError(client.post("/orders/resend", id(order)), 409, "CONFLICT");
        time.advanceSeconds(0.1);

        client.post("/orders/resend", id(order)).data();
        time.advanceSeconds(5);
        assertThat(look(order).path("sms_revision").intValue()).isEqualTo(3);
    }

    @Test
    void anOrderWaitsForItsResentTextButCanNotBeCanceled() {
        int order = order(forced(901));
        time.advanceSeconds(150);
        client.post("/orders/resend", id(order)).data();

        assertThat(statusOf(order)).isEqualTo("ACTIVE");
        assertError(client.post("/orders/cancel", id(order)), 409, "CONFLICT");
        assertThat(client.post("/orders/finish", id(order))
                        .data()
                        .path("status")
                        .textValue())
                .isEqualTo("COMPLETED");
    }
}
