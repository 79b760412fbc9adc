package io.otpstream.example.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.client.Verification;
import io.otpstream.junit.OnOutage;
import io.otpstream.junit.OtpstreamExtension;
import io.otpstream.junit.PhoneVerification;
import io.otpstream.junit.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same sign-up without a browser, so that it is tested wherever the build runs. */
@ExtendWith(OtpstreamExtension.class)
class SignUpHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // snippet:http
    @Test
    void aVisitorSignsUp(
            @PhoneVerification(
                            platform = "903",
                            countries = {"ID", "GB"},
                            maxPriceIdr = 20_000,
                            onOutage = OnOutage.ABORT)
                    Verification phone,
            Sandbox sandbox)
            throws Exception {
        try (SignUpApp app = SignUpApp.start(sandbox.textUri());
                Visitor visitor = new Visitor(app.uri())) {
            String number = phone.awaitNumber(PATIENCE).international();
            assertThat(visitor.submit("/numbers", "phone", number).uri()).hasPath("/code");

            String code = phone.awaitCode(PATIENCE).code();
            assertThat(visitor.submit("/codes", "code", code).body()).contains("Your number is verified");
        }
    }
    // end:http
}
