package io.otpstream.streams.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {

    private final Quantity quantity = new Quantity(20);

    @Test
    void itIsHalvedUntilTheBalancePaysAndDoubledWhileItDoes() {
        quantity.wasTooMuch(20);
        assertThat(quantity.now()).isEqualTo(10);
        quantity.wasTooMuch(3);
        assertThat(quantity.now()).isEqualTo(1);
        quantity.wasTooMuch(1);
        assertThat(quantity.now()).isEqualTo(1);
        quantity.wasBought();
        quantity.wasBought();
        assertThat(quantity.now()).isEqualTo(4);
        for (int i = 0; i < 5; i++) {
            quantity.wasBought();
        }
        assertThat(quantity.now()).isEqualTo(20);
    }

    @Test
    void anAnswerToALargerOneThatComesLateDoesNotRaiseIt() {
        quantity.wasTooMuch(4);
        quantity.wasTooMuch(20);
        assertThat(quantity.now()).isEqualTo(2);
    }
}
