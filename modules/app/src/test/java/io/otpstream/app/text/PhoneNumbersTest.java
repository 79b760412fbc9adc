package io.otpstream.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "6281234567890, +62*********90",
        "+6281234567890, +62*********90",
        "12345678, +12****78",
        "1234567, ********",
        "12, ***",
    })
    void aMaskedNumberHidesAllButItsEnds(String number, String masked) {
        assertThat(PhoneNumbers.masked(number)).isEqualTo(masked);
    }
}
