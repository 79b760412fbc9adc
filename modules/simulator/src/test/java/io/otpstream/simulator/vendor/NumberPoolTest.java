package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberPoolTest {

    @Test
    void rentsEveryNumberOfEveryCountryOnceBeforeItRunsOut() {
        for (Country country : new Catalogue(Dialect.GUIDE).countries()) {
            NumberPlan plan = country.numbers();
            if (plan.size() > 10_000) {
                continue;
            }
            NumberPool pool = new NumberPool();
            Set<Secret> seen = new HashSet<>();
            for (int sequence = 0; sequence < plan.size(); sequence++) {
                Secret number = pool.rent(plan, sequence).orElseThrow();
                assertThat(number.value()).matches("\\+[1-9][0-9]{8,12}");
                assertThat(seen.add(number)).isTrue();
            }
            assertThat(pool.rent(plan, plan.size())).isEmpty();

            Secret back = plan.number(5);
            pool.giveBack(back);
            assertThat(pool.rent(plan, 1)).contains(back);
        }
    }

    @Test
    void noTwoCountriesShareANumber() {
        assertThat(new Catalogue(Dialect.GUIDE)
                        .countries().stream().flatMap(country -> country.numbers().prefixes().stream()))
                .doesNotHaveDuplicates()
                .allSatisfy(prefix -> assertThat(prefix).startsWith("+"));
    }
}
