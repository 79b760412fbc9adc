package io.otpstream.smscode;

import static io.otpstream.smscode.Results.error;
import static io.otpstream.smscode.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Platform;
import io.otpstream.domain.api.Product;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.api.Webhook;
import io.otpstream.domain.api.WebhookChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers mean in the published dialect, without a network. JSON is written with single quotes. */
class PublishedAnswersTest {

    private static final Permit PERMIT = Permit.untimed("c");
    private static final String CREATED = "{'id':4711,'status':'ACTIVE','product_id':9,'amount':15000,"
            + "'otp_code':null,'phone_number':'+62811222333','expires_at':'2026-01-31T12:20:00Z',"
            + "'capabilities':{'can_cancel':false,'cancel_available_at':'2026-01-31T12:02:00Z'}}";
    private static final Order PLACED = new Order(
            "4711",
            "+62811222333",
            OrderStatus.WAITING,
            null,
            null,
            15_000L,
            Instant.parse("2026-01-31T12:20:00Z"),
            null,
            Instant.parse("2026-01-31T12:02:00Z"));

    @Test
    void catalogue() {
        assertThat(value(
                        Results.await(api("{'currency':'IDR','balance':750000}").balance(PERMIT))))
                .isEqualTo(new Balance("IDR", 750_000));
        assertThat(value(Results.await(api("[{'id':7,'code':'id','name':'Indonesia','dial_code':'62','emoji':'x',"
                                + "'active':true},{'id':8,'name':'Closed','active':false},{'id':9,'name':'Codeless'}]")
                        .countries(PERMIT))))
                .containsExactly(new Country(7, "Indonesia", "ID"), new Country(9, "Codeless", null));
        assertThat(value(Results.await(api("[{'id':1,'code':'wa','name':'WhatsApp','active':true},"
                                + "{'id':2,'code':'tg','name':'Telegram','active':false},{'id':3},{'name':'?'}]")
                        .platforms(PERMIT))))
                .containsExactly(new Platform(1, "wa", "WhatsApp"), new Platform(3, null, null));
        assertThat(value(Results.await(api("[{'operator_id':null,'code':'any','name':'Any'},"
                                + "{'operator_id':3,'code':'tsel','local_name':'x'},{'operator_id':4},{'operator_id':'?',"
                                + "'code':'odd'}]")
                        .operators(7, 1, PERMIT))))
                .containsExactly(new Operator(null, "any", "Any"), new Operator(3, "tsel", null));
    }

    @Test
    void productsKeepTheirTiers() {
        String data = "[{'id':1,'name':'WhatsApp','country_id':7,'platform_id':1,'available':12,'price':15000,"
                + "'active':true,'catalog_product_id':55,'operator_id':null},"
                + "{'id':2,'country_id':7,'platform_id':1,'available':3,'price':17000,'active':true},"
                + "{'id':3,'country_id':7,'platform_id':1,'available':3,'price':1,'active':false},"
                + "{'id':4,'country_id':8,'platform_id':1,'available':3,'price':1,'active':true}]";
        assertThat(value(Results.await(api(data).products(7, PERMIT))))
                .isEqualTo(value(Results.await(api(data).products(7, 3, PERMIT))))
                .containsExactly(new Product(7, 1, 15_000, 12, 55), new Product(7, 1, 17_000, 3, null));
        assertThat(value(Results.await(api("[{'id':3,'active':false}]").products(7, PERMIT))))
                .isEmpty();
        error(Results.await(api("[{'id':3,'active':true}]").products(7, PERMIT)), ApiError.Unreadable.class);
    }

    @Test
    void purchase() {
        assertThat(value(create("{'orders':[" + CREATED + "],'failed_count':2}")))
                .isEqualTo(new Purchased(List.of(PLACED), 2));
        assertThat(value(create("{'orders':[{'id':'12'}]}")))
                .isEqualTo(new Purchased(
                        List.of(new Order("12", null, OrderStatus.WAITING, null, null, null, null, null, null)), 0));
    }

    @Test
    void purchaseOfNothingIsAFailure() {
        assertThat(error(create("{'orders':[],'failed_count':3}"))).isEqualTo(new ApiError.NotBought());
    }

    /** The same key tells again: nothing that was paid may be read over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{'orders':{}}",
                "{'orders':[]}",
                "{'orders':[null]}",
                "{'orders':[{'id':1},{'status':'ACTIVE'}]}",
                "{'orders':[{'id':1},{'id':1.5}]}"
            })
    void purchaseWithAnOrderThatCannotBeReadIsUnreadable(String data) {
        error(create(data), ApiError.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, WAITING",
        "OTP_RECEIVED, TEXT_RECEIVED",
        "otp_received, TEXT_RECEIVED",
        "COMPLETED, COMPLETED",
        "EXPIRED, EXPIRED",
        "CANCELED, CANCELLED",
        "Cancelled, CANCELLED",
        "PAUSED, WAITING"
    })
    void statusWords(String word, OrderStatus status) {
        assertThat(value(look("{'id':4711,'status':'" + word + "'}")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "'+62811222333' | +62811222333",
                "'62811222333' | +62811222333",
                "62811222333 | +62811222333",
                "' +62 811-222 (333) ' | +62811222333",
                "'' | -",
                "'n/a' | -",
                "null | -"
            })
    void phoneNumberIsAPlusAndDigits(String json, @Nullable String read) {
        assertThat(value(look("{'status':'ACTIVE','phone_number':" + json + "}"))
                        .phoneNumber())
                .isEqualTo(read);
    }

    @Test
    void textWithoutACode() {
        Order order = value(look("{'id':4711,'status':'OTP_RECEIVED','otp_code':null,'otp_message':'Hello 847291',"
                + "'sms_revision':1,'otp_received_at':'2026-01-31T12:00:20Z','failed_reason':null}"));
        assertThat(order)
                .isEqualTo(
                        new Order("4711", null, OrderStatus.TEXT_RECEIVED, null, "Hello 847291", null, null, 1, null));
        assertThat(order.toString()).doesNotContain("847291");
    }

    /** After a resend the old code stays readable. */
    @Test
    void codeOfAnOrderThatWaitsAgain() {
        assertThat(value(look("{'id':4711,'status':'ACTIVE','otp_code':'012345','sms_revision':2}")))
                .isEqualTo(new Order("4711", null, OrderStatus.WAITING, "012345", null, null, null, 2, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{'id':4711}", "{'id':4712,'status':'ACTIVE'}"})
    void lookWithoutStatusOrAtAnotherOrderIsUnreadable(String data) {
        error(look(data), ApiError.Unreadable.class);
    }

    @Test
    void listLeavesOutWhatHasNoIdOrStatus() {
        String data = "[" + CREATED + ",{'id':12},{'status':'ACTIVE'},null,{'id':13,'status':'OTP_RECEIVED',"
                + "'otp_code':'847291','sms_revision':3}]";
        Order withCode = new Order("13", null, OrderStatus.TEXT_RECEIVED, "847291", null, null, null, 3, null);
        assertThat(value(Results.await(api(data).activeOrders(PERMIT)))).containsExactly(PLACED, withCode);
        assertThat(value(Results.await(api(data).orders(20, 0, PERMIT)))).containsExactly(PLACED, withCode);
        assertThat(value(Results.await(api("[]").activeOrders(PERMIT)))).isEmpty();
        error(Results.await(api("[{'id':12}]").activeOrders(PERMIT)), ApiError.Unreadable.class);
        error(Results.await(api("{'orders':[]}").activeOrders(PERMIT)), ApiError.Unreadable.class);
    }

    @Test
    void cancelProvesTheRefund() {
        assertThat(value(cancel("{'order_id':4711,'status':'CANCELED','refund_amount':15000,'new_balance':1}")))
                .isEqualTo(new CancelAccepted(15_000L));
        assertThat(value(cancel("{}"))).isEqualTo(new CancelAccepted(null));
        error(cancel("{'order_id':4712,'status':'CANCELED'}"), ApiError.Unreadable.class);
        error(cancel("{'order_id':4711,'status':'OTP_RECEIVED'}"), ApiError.Unreadable.class);
    }

    @Test
    void finishAndResend() {
        String data = "{'order_id':4711,'status':'COMPLETED','resent':true}";
        assertThat(value(Results.await(api(data).finishOrder("4711", PERMIT)))).isEqualTo(new FinishAccepted());
        assertThat(value(Results.await(api(data).resendCode("4711", PERMIT)))).isEqualTo(new ResendAccepted(true));
        assertThat(value(Results.await(api("{}").resendCode("4711", PERMIT)))).isEqualTo(new ResendAccepted(false));
        error(Results.await(api(data).finishOrder("4712", PERMIT)), ApiError.Unreadable.class);
        error(Results.await(api(data).resendCode("4712", PERMIT)), ApiError.Unreadable.class);
    }

    @Test
    void webhook() {
        String data = "{'webhook_url':'https://example.org/h','webhook_secret':'s3cret','webhook_disabled_at':"
                + "'2026-01-31T12:00:00Z','webhook_disabled_reason':'failures','webhook_consecutive_failures':10}";
        Webhook webhook = value(Results.await(api(data).webhook(PERMIT)));
        assertThat(webhook)
                .isEqualTo(new Webhook(
                        "https://example.org/h", "s3cret", Instant.parse("2026-01-31T12:00:00Z"), "failures", 10));
        assertThat(webhook.toString()).doesNotContain("s3cret");
        assertThat(value(Results.await(api("{'webhook_url':''}").changeWebhook(new WebhookChange("", ""), PERMIT))))
                .isEqualTo(new Webhook(null, null, null, null, 0));
        assertThat(value(Results.await(api("{'status_code':204}").testWebhook(PERMIT))))
                .isEqualTo(204);
    }

    @Property
    void noBodyMakesACallFailExceptionally(@ForAll byte[] body, @ForAll @IntRange(min = 100, max = 999) int status) {
        check(status, body);
    }

    @Property
    void noDamageToARealAnswerDoesEither(
            @ForAll @IntRange(min = 0, max = 400) int at,
            @ForAll char character,
            @ForAll @IntRange(min = 200, max = 599) int status) {
        StringBuilder text = new StringBuilder(success("{'orders':[" + CREATED + "],'failed_count':0,'id':4711,"
                        + "'status':'ACTIVE','refund_amount':1,'webhook_url':'x','status_code':200}")
                .replace('\'', '"'));
        text.setCharAt(at % text.length(), character);
        check(status, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void check(int status, byte[] body) {
        PublishedClient api = new PublishedClient(Canned.answer(status, body), InstantSource.system());
        assertThat(Results.await(api.platforms(PERMIT))).isNotNull();
        assertThat(Results.await(api.operators(7, 1, PERMIT))).isNotNull();
        assertThat(Results.await(api.createOrders("key", body, PERMIT))).isNotNull();
        assertThat(Results.await(api.activeOrders(PERMIT))).isNotNull();
        assertThat(Results.await(api.order("4711", PERMIT))).isNotNull();
        assertThat(Results.await(api.cancelOrder("4711", PERMIT))).isNotNull();
        assertThat(Results.await(api.finishOrder("4711", PERMIT))).isNotNull();
        assertThat(Results.await(api.resendCode("4711", PERMIT))).isNotNull();
        assertThat(Results.await(api.webhook(PERMIT))).isNotNull();
        assertThat(Results.await(api.testWebhook(PERMIT))).isNotNull();
    }

    private static ApiResult<Purchased> create(String data) {
        return Results.await(api(data).createOrders("key", new byte[0], PERMIT));
    }

    private static ApiResult<Order> look(String data) {
        return Results.await(api(data).order("4711", PERMIT));
    }

    private static ApiResult<CancelAccepted> cancel(String data) {
        return Results.await(api(data).cancelOrder("4711", PERMIT));
    }

    private static PublishedClient api(String data) {
        return new PublishedClient(Canned.answer(200, success(data)), InstantSource.system());
    }

    private static String success(String data) {
        return "{'success':true,'data':" + data + "}";
    }
}
