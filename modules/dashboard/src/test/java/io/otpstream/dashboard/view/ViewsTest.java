package io.otpstream.dashboard.view;

import static io.otpstream.dashboard.tables.TableFixture.NOW;
import static io.otpstream.dashboard.tables.TableFixture.indonesia;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otpstream.contract.Topics;
import io.otpstream.dashboard.ports.Surroundings;
import io.otpstream.dashboard.tables.TableFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

    private final TableFixture tables = new TableFixture(1);
    private final Surroundings surroundings = new Surroundings(Optional::empty, List::of, () -> true, Map::of, 1);

    /** @param look before which of the looks at the tables a record comes */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSnapshotNeverContradictsItself(int look) {
        AtomicInteger looks = new AtomicInteger();
        Views views = new Views(
                () -> {
                    if (looks.incrementAndGet() == look) {
                        tables.row(Topics.SUCCESS_RATES, "6", indonesia(4));
                    }
                    return tables.tables();
                },
                () -> true,
                surroundings,
                () -> NOW);

        ObjectNode snapshot = views.snapshot();

        assertThat(snapshot.at("/money/codes").longValue())
                .isEqualTo(snapshot.at("/rates/0/codes").longValue());
    }
}
