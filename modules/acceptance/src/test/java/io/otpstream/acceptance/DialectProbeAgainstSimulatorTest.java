package io.otpstream.acceptance;

import static io.otpstream.acceptance.ApiAnswers.error;
import static io.otpstream.acceptance.ApiAnswers.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Permit;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.DialectProbe;
import io.otpstream.smscode.TokenSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever contract the vendor's stand-in keeps, one question that changes nothing finds it out. */
class DialectProbeAgainstSimulatorTest {

    private static final Permit PERMIT = Permit.untimed("api.dialect");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void eachIsKnownForWhatItIs(Dialect dialect) {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withDialect(dialect));
                DialectProbe probe = probe(simulator, Simulator.TOKEN);
                DialectProbe stranger = probe(simulator, "unknown-token")) {
            assertThat(value(probe.ask(PERMIT)).name()).isEqualTo(dialect.name());
            assertThat(simulator.ledger().totals().requests()).isEqualTo(1);
            assertThat(error(stranger.ask(PERMIT))).isEqualTo(new ApiError.Unauthorized());
            simulator.startOutage(Outage.total(Outage.Kind.HTTP_502));
            assertThat(error(probe.ask(PERMIT))).isEqualTo(new ApiError.ServerFailure(502));
            simulator.startOutage(Outage.total(Outage.Kind.NOT_JSON));
            assertThat(error(probe.ask(PERMIT))).isInstanceOf(ApiError.Unreadable.class);
        }
    }

    private static DialectProbe probe(Simulator simulator, String token) {
        return DialectProbe.create(
                ClientSettings.defaults().withBaseUri(simulator.baseUri()), TokenSource.fixed(token));
    }
}
