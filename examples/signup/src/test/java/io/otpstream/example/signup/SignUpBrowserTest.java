package io.otpstream.example.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.client.Verification;
import io.otpstream.junit.OtpstreamExtension;
import io.otpstream.junit.PhoneVerification;
import io.otpstream.junit.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A visitor signs up in a real browser, with a rented number. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// snippet:browser
@ExtendWith(OtpstreamExtension.class)
class SignUpBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AutoClose("quit")
    private ChromeDriver browser;

    @BeforeAll
    void openBrowser() {
        browser = HeadlessChromium.open();
    }

    @Test
    void aVisitorSignsUp(@PhoneVerification(platform = "903", countries = "ID") Verification phone, Sandbox sandbox) {
        try (SignUpApp app = SignUpApp.start(sandbox.textUri())) {
            browser.get(app.uri().toString());
            browser.findElement(By.id("phone"))
                    .sendKeys(phone.awaitNumber(PATIENCE).international());
            browser.findElement(By.id("send")).click();

            browser.findElement(By.id("code"))
                    .sendKeys(phone.awaitCode(PATIENCE).code());
            browser.findElement(By.id("verify")).click();

            assertThat(browser.findElement(By.id("welcome")).getText()).contains("Your number is verified");
        }
    }
}
// end:browser
