package io.otpstream.acceptance;

import static io.otpstream.acceptance.ApiAnswers.error;
import static io.otpstream.acceptance.ApiAnswers.value;
import static io.otpstream.acceptance.PublishedVendor.INDONESIA;
import static io.otpstream.acceptance.PublishedVendor.PERMIT;
import static io.otpstream.acceptance.PublishedVendor.PRICE_IDR;
import static io.otpstream.acceptance.PublishedVendor.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.api.Webhook;
import io.otpstream.domain.api.WebhookChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The client of the published dialect and the vendor's stand-in share no code, so that each shows where the other
 * misreads the contract: one test for each row of the table of its endpoints.
 */
class PublishedEndpointsAgainstSimulatorTest {

    private static final Duration UNTIL_THE_CODE = Duration.ofSeconds(21);

    private final PublishedVendor vendor = new PublishedVendor();
    private final PublishedApi api = vendor.api();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void balance() {
        assertThat(value(api.balance(PERMIT))).isEqualTo(new Balance("IDR", 10_000_000));
    }

    @Test
    void countries() {
        assertThat(value(api.countries(PERMIT))).contains(new Country(INDONESIA, "Indonesia", "ID"));
    }

    @Test
    void services() {
        assertThat(value(api.platforms(PERMIT))).anySatisfy(platform -> assertThat(platform)
                .extracting(Platform::id, Platform::code)
                .containsExactly(WHATSAPP, "whatsapp"));
    }

    @Test
    void products() {
        List<Product> ofAnyOperator = value(api.products(INDONESIA, PERMIT));
        assertThat(ofAnyOperator)
                .allMatch(product -> product.countryId() == INDONESIA)
                .filteredOn(product -> product.platformId() == WHATSAPP)
                .extracting(Product::priceIdr, Product::catalogProductId)
                .containsExactlyInAnyOrder(tuple(3_000L, 6_001), tuple(3_300L, 6_001), tuple(3_700L, 6_001));
    }

    @Test
    void productsOfAnOperator() {
        Operator operator = operators().getLast();
        assertThat(value(api.products(INDONESIA, operatorId(operator), PERMIT)))
                .isNotEmpty()
                .allMatch(product -> product.priceIdr() > PRICE_IDR || product.platformId() != WHATSAPP);
    }

    @Test
    void operatorsOfAPlatform() {
        assertThat(operators())
                .startsWith(new Operator(null, "any", "Any operator"))
                .hasSizeGreaterThan(1);
    }

    private List<Operator> operators() {
        return value(api.operators(INDONESIA, WHATSAPP, PERMIT));
    }

    private static int operatorId(Operator operator) {
        Integer id = operator.id();
        assertThat(id).isNotNull();
        return id == null ? 0 : id;
    }

    @Test
    void create() {
        Order placed = vendor.buy(WHATSAPP);
        assertThat(placed)
                .isEqualTo(new Order(
                        placed.orderId(),
                        placed.phoneNumber(),
                        OrderStatus.WAITING,
                        null,
                        null,
                        PRICE_IDR,
                        StandingTime.START.plusSeconds(1_200),
                        null,
                        StandingTime.START.plusSeconds(120)));
        assertThat(placed.orderId()).matches("[1-9][0-9]*");
        assertThat(placed.phoneNumber()).matches("\\+62[0-9]+");
        assertThat(vendor.balance()).isEqualTo(10_000_000 - PRICE_IDR);
        assertThat(vendor.simulator().ledger().orders())
                .singleElement()
                .satisfies(entry -> assertThat(entry.createRequestId()).isEqualTo("request/1/1"));
    }

    @Test
    void createOfSeveralWithAllWishes() {
        ProductWish wish = new ProductWish(
                6_001,
                100_000L,
                RoutingPolicy.BEST_SUCCESS,
                operatorId(operators().getLast()));
        Purchased purchased = value(api.createOrders("key", api.createBody(wish, 100), PERMIT));
        assertThat(purchased.orders()).hasSize(100).doesNotHaveDuplicates();
        assertThat(purchased.failedCount()).isZero();
        ProductWish stingy = new ProductWish(6_001, 2_999L, RoutingPolicy.CHEAPEST, null);
        assertThat(error(api.createOrders("other-key", api.createBody(stingy, 1), PERMIT)))
                .isEqualTo(new ApiError.ProductUnavailable("NO_OFFER_AVAILABLE"));
    }

    @Test
    void active() {
        assertThat(value(api.activeOrders(PERMIT))).isEmpty();
        Order first = vendor.buy(WHATSAPP);
        vendor.pass(UNTIL_THE_CODE);
        Order second = vendor.buy(WHATSAPP);
        List<Order> orders = value(api.activeOrders(PERMIT));
        assertThat(orders).extracting(Order::orderId).containsExactly(second.orderId(), first.orderId());
        assertThat(orders).extracting(Order::status).containsExactly(OrderStatus.WAITING, OrderStatus.TEXT_RECEIVED);
        assertThat(orders).extracting(Order::smsRevision).containsExactly(0, 1);
        assertThat(orders.getLast().otpCode()).isNotNull();
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.phoneNumber()).isNull();
            assertThat(order.chargedIdr()).isNull();
        });
        value(api.finishOrder(first.orderId(), PERMIT));
        assertThat(value(api.activeOrders(PERMIT))).extracting(Order::orderId).containsExactly(second.orderId());
    }

    @Test
    void list() {
        Order first = vendor.buy(WHATSAPP);
        Order second = vendor.buy(WHATSAPP);
        Order third = vendor.buy(WHATSAPP);
        vendor.pass(UNTIL_THE_CODE);
        value(api.finishOrder(second.orderId(), PERMIT));
        assertThat(value(api.orders(2, 0, PERMIT)))
                .extracting(Order::orderId)
                .containsExactly(third.orderId(), second.orderId());
        assertThat(value(api.orders(100, 1, PERMIT)))
                .satisfiesExactly(
                        completed -> {
                            assertThat(completed.orderId()).isEqualTo(second.orderId());
                            assertThat(completed.status()).isEqualTo(OrderStatus.COMPLETED);
                            assertThat(completed.otpCode()).isNotNull();
                            assertThat(completed.phoneNumber()).isEqualTo(second.phoneNumber());
                            assertThat(completed.chargedIdr()).isEqualTo(PRICE_IDR);
                        },
                        received -> assertThat(received.orderId()).isEqualTo(first.orderId()));
    }

    @Test
    void get() {
        Order placed = vendor.buy(WHATSAPP);
        assertThat(vendor.look(placed.orderId()).smsRevision()).isZero();
        vendor.pass(UNTIL_THE_CODE);
        Order received = vendor.look(placed.orderId());
        assertThat(received.status()).isEqualTo(OrderStatus.TEXT_RECEIVED);
        assertThat(received.otpMessage()).contains(String.valueOf(received.otpCode()));
        assertThat(received.phoneNumber()).isEqualTo(placed.phoneNumber());
        assertThat(received.cancelAvailableAt()).as("a text closes the refund").isNull();
    }

    @Test
    void getOfWhatTheVendorEnded() {
        Order expired = vendor.buy(904);
        Order cancelled = vendor.buy(905);
        vendor.pass(Duration.ofSeconds(10));
        assertThat(vendor.look(expired.orderId()).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(vendor.look(cancelled.orderId()).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void cancel() {
        Order placed = vendor.buy(903);
        vendor.pass(Duration.ofMinutes(2));
        assertThat(value(api.cancelOrder(placed.orderId(), PERMIT))).isEqualTo(new CancelAccepted(placed.chargedIdr()));
        assertThat(vendor.look(placed.orderId()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(vendor.balance()).isEqualTo(10_000_000);
    }

    @Test
    void finish() {
        Order placed = vendor.buy(901);
        assertThat(value(api.finishOrder(placed.orderId(), PERMIT))).isEqualTo(new FinishAccepted());
        assertThat(vendor.look(placed.orderId()).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    /** The old code stays readable; a higher revision makes it new. */
    @Test
    void resend() {
        Order placed = vendor.buy(901);
        Order first = vendor.look(placed.orderId());
        vendor.pass(Duration.ofSeconds(30));
        assertThat(value(api.resendCode(placed.orderId(), PERMIT))).isEqualTo(new ResendAccepted(true));
        Order waiting = vendor.look(placed.orderId());
        assertThat(waiting.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(waiting.otpCode()).isEqualTo(first.otpCode());
        assertThat(waiting.smsRevision()).isEqualTo(1);
        vendor.simulator().text(String.valueOf(placed.phoneNumber()), "847291 is your code");
        Order second = vendor.look(placed.orderId());
        assertThat(second.otpCode()).isEqualTo("847291");
        assertThat(second.smsRevision()).isEqualTo(2);
    }

    @Test
    void textWithoutACode() {
        Order placed = vendor.buy(912);
        vendor.pass(Duration.ofSeconds(10));
        Order codeless = vendor.look(placed.orderId());
        assertThat(codeless.status()).isEqualTo(OrderStatus.TEXT_RECEIVED);
        assertThat(codeless.otpCode()).isNull();
        assertThat(codeless.otpMessage()).isNotBlank();
        assertThat(codeless.smsRevision()).isEqualTo(1);
        assertThat(error(api.cancelOrder(placed.orderId(), PERMIT))).isEqualTo(new ApiError.Conflict());
        vendor.pass(Duration.ofSeconds(10));
        Order withCode = vendor.look(placed.orderId());
        assertThat(withCode.otpCode()).isNotNull();
        assertThat(withCode.smsRevision()).isEqualTo(2);
    }

    @Test
    void webhook() {
        assertThat(value(api.webhook(PERMIT))).isEqualTo(new Webhook(null, null, null, null, 0));
        String url = vendor.simulator().controlUri() + "/nowhere";
        Webhook made = value(api.changeWebhook(new WebhookChange(url, null), PERMIT));
        assertThat(made.url()).isEqualTo(url);
        assertThat(made.secret()).as("generated").isNotBlank();
        assertThat(value(api.changeWebhook(new WebhookChange(null, "s3cret"), PERMIT))
                        .secret())
                .isEqualTo("s3cret");
        assertThat(value(api.webhook(PERMIT))).isEqualTo(new Webhook(url, "s3cret", null, null, 0));
        assertThat(value(api.testWebhook(PERMIT))).isEqualTo(404);
        assertThat(value(api.changeWebhook(new WebhookChange("", ""), PERMIT)))
                .isEqualTo(new Webhook(null, null, null, null, 0));
    }
}
