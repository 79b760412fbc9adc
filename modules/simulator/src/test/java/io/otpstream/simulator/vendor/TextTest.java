package io.otpstream.simulator.vendor;

import static io.otpstream.simulator.vendor.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private final VendorFixture given = VendorFixture.punctual();

    @Test
    void theTextDecidesAndTheCurveDoesNot() {
        OrderView order = given.create();

        text(order.phoneNumber().value(), "Your code is 847291");

        assertThat(given.look(order).code()).contains(new Secret("847291"));
        given.time.advanceSeconds(60);
        assertThat(given.look(order).code()).contains(new Secret("847291"));
        assertThat(given.entry(order)).satisfies(entry -> {
            assertThat(entry.texts()).isEqualTo(1);
            assertThat(entry.arrivedAt()).isEqualTo(ManualTime.START);
        });
    }

    @Test
    void anOrderThatNeverGetsACodeByItselfGetsOneByText() {
        OrderView order = given.create(ForcedOutcome.NO_CODE.platformId());
        given.time.advance(Duration.ofMinutes(19));

        text(order.phoneNumber().value(), "847291");

        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void theNumberMayBeWrittenInManyWays() {
        OrderView order = given.create();
        String digits = order.phoneNumber().value().substring(1);

        text(
                " 00" + digits.substring(0, 2) + " (" + digits.substring(2, 5) + ") " + digits.substring(5, 8) + "-"
                        + digits.substring(8),
                "code 1234");

        assertThat(given.look(order).code()).contains(new Secret("1234"));
    }

    @Test
    void theOrderOfAnotherNumberIsNotTouched() {
        OrderView one = given.create();
        OrderView other = given.create();

        text(one.phoneNumber().value(), "111111");

        assertThat(given.statusOf(other)).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void aNumberWhoseOrderHasEndedIsNotRented() {
        OrderView cancelled = given.create();
        OrderView completed = given.create();
        given.cancel(cancelled);
        given.time.advanceSeconds(21);

        assertRefused(
                Refusal.NUMBER_NOT_RENTED, () -> text(cancelled.phoneNumber().value(), "1234"));
        assertRefused(
                Refusal.NUMBER_NOT_RENTED, () -> text(completed.phoneNumber().value(), "1234"));
        assertRefused(Refusal.NUMBER_NOT_RENTED, () -> text("+62 811 000 0000", "1234"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "+62x840", "+1234567890123456"})
    void whatIsNoPhoneNumberIsInvalid(String to) {
        RefusedException refused = assertRefused(Refusal.INVALID_PARAMETERS, () -> text(to, "1234"));

        assertThat(refused.field()).contains("to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Your code is 847291          | 847291",
                "G-847291 is your code        | 847291",
                "<#> 1234                     | 1234",
                "12345678.                    | 12345678",
                "code: 123-456                | 123456",
                "code: 123 456, for 10 min    | 123456",
                "1234-5678                    | 12345678",
                "In 5 min: 90210              | 90210",
            })
    void theCodeIsFoundInTheText(String text, String code) {
        assertThat(CodeInText.find(text)).contains(new Secret(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no digits", "123", "123456789", "1 2 3 4"})
    void aTextWithoutCodeIsInvalid(String text) {
        OrderView order = given.create();

        RefusedException refused = assertRefused(
                Refusal.INVALID_PARAMETERS, () -> text(order.phoneNumber().value(), text));

        assertThat(refused.field()).contains("text");
        assertThat(given.statusOf(order)).isEqualTo(OrderStatus.PENDING);
    }

    private void text(String to, String text) {
        given.vendor.text(to, text, given.now());
    }
}
