package io.otpstream.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {

    @Test
    void defaultsAreTheGuides() {
        assertThat(ClientSettings.defaults())
                .isEqualTo(new ClientSettings(URI.create("https://api.smscode.gg/v1"), Duration.ofSeconds(10), 64));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/v1, http://localhost:8080/v1",
        "http://localhost:8080/v1/, http://localhost:8080/v1",
        "HTTPS://host//, HTTPS://host",
        "http://[::1]:80/a%20b/, http://[::1]:80/a%20b"
    })
    void slashesAtTheEndDoNotMatter(URI given, URI kept) {
        assertThat(ClientSettings.defaults().withBaseUri(given).baseUri()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/v1",
                "api.smscode.gg/v1",
                "/v1",
                "mailto:a@b",
                "http:///v1",
                "http://h?x=1",
                "http://h#f"
            })
    void otherUrisAreRefused(URI uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientSettings.defaults().withBaseUri(uri))
                .withMessageContaining("baseUri")
                .withMessageContaining(uri.toString());
    }

    @Test
    void passwordInTheUriIsRefusedWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientSettings.defaults().withBaseUri(URI.create("http://me:s3cret@host")))
                .withMessageContaining("baseUri")
                .withMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "PT1H0.001S"})
    void timeoutsOutOfRangeAreRefused(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientSettings.defaults().withTimeout(timeout))
                .withMessageContaining("timeout");
    }

    @Test
    void someConnectionIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientSettings(URI.create("http://h"), Duration.ofSeconds(1), 0))
                .withMessageContaining("maxConnections");
    }
}
