package io.otpstream.acceptance;

import static io.otpstream.acceptance.ApiAnswers.error;
import static io.otpstream.acceptance.ApiAnswers.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.GuideClient;
import io.otpstream.smscode.TokenSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client and the vendor's stand-in share no code, so that each shows where the other misreads the guide. */
class ClientAgainstSimulatorTest {

    private static final int INDONESIA = 6;
    private static final int NO_CODE = 903;
    private static final Permit PERMIT = Permit.untimed("request/1/1");

    private final Simulator simulator =
            Simulator.start(SimulatorSettings.defaults().withRequestsPerMinute(10));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theSixCallsFromTheCatalogueToTheCancel() {
        try (GuideApi api = client(Simulator.TOKEN)) {
            assertThat(value(api.countries(PERMIT))).contains(new Country(INDONESIA, "Indonesia", "ID"));
            List<Product> products = value(api.products(INDONESIA, PERMIT));
            assertThat(products).contains(new Product(INDONESIA, NO_CODE, 3_000, 10_000));
            long before = value(api.balance(PERMIT)).amountIdr();

            Order placed = value(api.createOrder(INDONESIA, NO_CODE, PERMIT));
            assertThat(placed.status()).isEqualTo(OrderStatus.WAITING);
            assertThat(placed.phoneNumber()).startsWith("+62");
            assertThat(placed.expiresAt()).isNotNull();
            assertThat(value(api.balance(PERMIT)).amountIdr()).isEqualTo(before - 3_000);

            value(api.cancelOrder(placed.orderId(), PERMIT));
            assertThat(value(api.order(placed.orderId(), PERMIT)).status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(value(api.balance(PERMIT)).amountIdr()).isEqualTo(before);
            assertThat(simulator.ledger().orders())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.createRequestId()).isEqualTo("request/1/1"));
        }
    }

    @Test
    void aTextIsReadAsTheCode() {
        try (GuideApi api = client(Simulator.TOKEN)) {
            Order placed = value(api.createOrder(INDONESIA, NO_CODE, PERMIT));

            simulator.text(String.valueOf(placed.phoneNumber()), "847291 is your code");

            Order completed = value(api.order(placed.orderId(), PERMIT));
            assertThat(completed.status()).isEqualTo(OrderStatus.COMPLETED);
            assertThat(completed.otpCode()).isEqualTo("847291");
        }
    }

    @Test
    void everyRowOfTheGuidesErrorTable() {
        try (GuideApi api = client(Simulator.TOKEN);
                GuideApi stranger = client("unknown-token");
                GuideApi weak = client(Simulator.FORBIDDEN_TOKEN)) {
            assertThat(error(stranger.balance(PERMIT))).isEqualTo(new ApiError.Unauthorized());
            assertThat(error(weak.createOrder(INDONESIA, NO_CODE, PERMIT))).isEqualTo(new ApiError.Forbidden());
            assertThat(error(api.createOrder(4711, NO_CODE, PERMIT))).isInstanceOf(ApiError.InvalidParameters.class);
            assertThat(error(api.createOrder(INDONESIA, 906, PERMIT))).isEqualTo(new ApiError.ProductUnavailable());
            assertThat(error(api.createOrder(INDONESIA, 907, PERMIT))).isEqualTo(new ApiError.InsufficientBalance());
            assertThat(error(api.createOrder(INDONESIA, 908, PERMIT)))
                    .isEqualTo(new ApiError.RateLimited(Duration.ofSeconds(2)));
            assertThat(error(api.createOrder(INDONESIA, 909, PERMIT))).isEqualTo(new ApiError.ServerFailure(500));
            assertThat(error(api.order("ord_none", PERMIT))).isEqualTo(new ApiError.OrderNotFound());
            assertThat(error(api.cancelOrder("ord_none", PERMIT))).isEqualTo(new ApiError.OrderNotFound());

            Order completed = value(api.createOrder(INDONESIA, 901, PERMIT));
            assertThat(error(api.cancelOrder(completed.orderId(), PERMIT)))
                    .isInstanceOfSatisfying(ApiError.OtherRejection.class, conflict -> assertThat(conflict.code())
                            .isEqualTo("CONFLICT"));
            value(api.balance(PERMIT));
            assertThat(error(api.balance(PERMIT)))
                    .isInstanceOfSatisfying(ApiError.RateLimited.class, limited -> assertThat(limited.retryAfter())
                            .isPositive());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Outage.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aCreateThatTookEffectIsNeverTakenForOneThatDidNot(Outage.Kind kind) {
        try (GuideApi warm = client(Simulator.TOKEN);
                GuideApi api = client(Simulator.TOKEN, ApiAnswers.timeout(kind))) {
            // Loads classes, which the short time-out is not for.
            value(warm.balance(PERMIT));
            simulator.startOutage(Outage.total(kind));

            assertThat(error(api.createOrder(INDONESIA, NO_CODE, PERMIT))).isInstanceOf(ApiAnswers.errorOf(kind));
            assertThat(simulator.ledger().orders()).hasSize(kind.carriedOut() ? 1 : 0);
        }
    }

    private GuideApi client(String token) {
        return client(token, ApiAnswers.PATIENCE);
    }

    private GuideApi client(String token, Duration timeout) {
        return GuideClient.create(
                ClientSettings.defaults().withBaseUri(simulator.baseUri()).withTimeout(timeout),
                TokenSource.fixed(token));
    }
}
