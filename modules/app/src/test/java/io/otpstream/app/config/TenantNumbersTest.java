package io.otpstream.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"shop=2,qa=0.5", " shop=2 , qa=0.5 ", "qa=0.500000,\tshop=2.0", "shop=000002,qa=0.5"})
    void readsTenantsAndTheirNumbers(String text) {
        assertThat(TenantNumbers.parse(text)).contains(Map.of("shop", 2.0, "qa", 0.5));
    }

    @Test
    void aTenantMayHaveSpacesAndMarksWithin() {
        assertThat(TenantNumbers.parse("my shop (EU)=3,größe/2=1"))
                .contains(Map.of("my shop (EU)", 3.0, "größe/2", 1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t "})
    void aBlankTextNamesNobody(String text) {
        assertThat(TenantNumbers.parse(text)).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop",
                "shop=",
                "=2",
                "shop=2,",
                ",shop=2",
                "shop=2,,qa=1",
                "shop=0",
                "shop=0.000000",
                "shop=-1",
                "shop=+1",
                "shop=1e3",
                "shop=NaN",
                "shop=.5",
                "shop=5.",
                "shop=1000000000",
                "shop=2=3",
                "shop=2;qa=1",
                "shop=٥"
            })
    void refuses(String text) {
        assertThat(TenantNumbers.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop=2,shop=2", "shop=2,qa=1,shop=3", "shop=2,shop =3"})
    void aTenantThatIsNamedTwiceIsRefused(String text) {
        assertThat(TenantNumbers.parse(text)).isEmpty();
    }
}
