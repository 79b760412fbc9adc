package io.otpstream.smscode;

import static io.otpstream.smscode.Canned.TOKEN;
import static io.otpstream.smscode.Results.error;
import static io.otpstream.smscode.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Product;
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

/** What answers mean in the guide's dialect, without a network. JSON is written with single quotes. */
class GuideAnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'currency':'IDR','balance':150000} | 150000",
                "{'balance':'150000'} | 150000",
                "{'currency':'idr','balance':'150000.99','new':[1]} | 150000",
                "{'currency':'IDR','balance':0.99} | 0",
                "{'currency':'IDR','balance':-0.5} | -1",
                "{'currency':'IDR','balance':1.5e3} | 1500",
                "{'currency':'IDR','balance':9223372036854775807} | 9223372036854775807"
            })
    void balanceIsRoundedDown(String data, long idr) {
        assertThat(value(balance(200, success(data)))).isEqualTo(new Balance("IDR", idr));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "7",
                "{'balance':null}",
                "{'balance':true}",
                "{'balance':'many'}",
                "{'balance':'1e999999999'}",
                "{'balance':1e999999999}",
                "{'balance':1e-999999999}",
                "{'balance':9223372036854775808}",
                "{'currency':'USD','balance':12.5}"
            })
    void strangeBalanceIsUnreadable(String data) {
        assertThat(error(balance(200, success(data)), ApiError.Unreadable.class).status())
                .isEqualTo(200);
    }

    @Test
    void countriesComeInSeveralSpellings() {
        String data = "[{'id':6,'name':'Indonesia','code':'id','active':true}, {'id':'7','iso':'MY'}, 8, '9',"
                + " {'country_id':10,'code':'IDN','name':' '}, {'name':'nowhere'}, null, {'id':-1}, {'id':1.5}]";
        assertThat(value(Results.await(api(200, success(data)).countries(Permit.untimed("c")))))
                .containsExactly(
                        new Country(6, "Indonesia", "ID"),
                        new Country(7, null, "MY"),
                        new Country(8, null, null),
                        new Country(9, null, null),
                        new Country(10, null, null));
    }

    @Test
    void productsAreReadRowByRow() {
        String data = "[{'country_id':6,'platform_id':1,'price':15000,'available_count':12,'extra':{}},"
                + " {'country_id':'6','platform_id':'2','price':'15000.01','available':'3'},"
                + " {'platform_id':3,'price':1},"
                + " {'platform_id':4,'price':1,'available_count':'lots'},"
                + " {'platform_id':5,'price':1,'available_count':-4},"
                + " {'platform_id':6,'price':1,'available_count':99999999999},"
                + " {'country_id':7,'platform_id':1,'price':1,'available_count':1},"
                + " {'country_id':6,'platform_id':1},"
                + " {'country_id':6,'price':15000},"
                + " {'country_id':6,'platform_id':1,'price':-1},"
                + " 'row', null]";
        assertThat(value(products(success(data))))
                .containsExactly(
                        new Product(6, 1, 15_000, 12),
                        new Product(6, 2, 15_001, 3),
                        new Product(6, 3, 1, 1),
                        new Product(6, 4, 1, 1),
                        new Product(6, 5, 1, 0),
                        new Product(6, 6, 1, Integer.MAX_VALUE));
    }

    @Test
    void emptyShelfIsNoError() {
        assertThat(value(products(success("[]")))).isEmpty();
        assertThat(value(products(success("[{'country_id':7,'platform_id':1,'price':1}]"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[{}]", "[1]", "[{'country_id':6,'platform_id':1,'price':'cheap'}]"})
    void shelfWithoutReadableRowsIsUnreadable(String data) {
        error(products(success(data)), ApiError.Unreadable.class);
    }

    @Test
    void createdOrderHasItsNumber() {
        String data = "{'order_id':'ord_1','phone_number':'+628111','status':'pending',"
                + "'expires_at':'2026-01-31T12:20:00Z','capabilities':{}}";
        assertThat(value(create(201, success(data))))
                .isEqualTo(new Order(
                        "ord_1",
                        "+628111",
                        OrderStatus.WAITING,
                        null,
                        null,
                        null,
                        Instant.parse("2026-01-31T12:20:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'order_id':12345678901234567890}", "{'order_id':'12345678901234567890','status':null}"})
    void paidOrderIsNotLostForWantOfOtherFields(String data) {
        assertThat(value(create(200, success(data))))
                .isEqualTo(new Order("12345678901234567890", null, OrderStatus.WAITING, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{'status':'pending'}",
                "{'order_id':''}",
                "{'order_id':null}",
                "{'order_id':{}}"
            })
    void createdOrderWithoutIdIsUnreadable(String data) {
        assertThat(error(create(201, success(data)), ApiError.Unreadable.class).detail())
                .isEqualTo("order_id is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "pending, WAITING",
        "active, WAITING",
        "OTP_RECEIVED, WAITING",
        "completed, COMPLETED",
        "Completed, COMPLETED",
        "EXPIRED, EXPIRED",
        "cancelled, CANCELLED",
        "canceled, CANCELLED",
        "' CANCELED ', CANCELLED"
    })
    void statusWords(String word, OrderStatus status) {
        assertThat(value(look(success("{'status':'" + word + "'}"))).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "'012345' | 012345",
                "' 12345 ' | 12345",
                "847291 | 847291",
                "'A1-B2' | A1-B2",
                "null | -",
                "'' | -",
                "{'code':1} | -",
                "1.5 | -"
            })
    void codesAreTextOrWholeNumbers(String code, @Nullable String read) {
        assertThat(value(look(success("{'status':'completed','otp_code':" + code + "}"))))
                .isEqualTo(new Order("o-1", null, OrderStatus.COMPLETED, read, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "'2026-01-31T12:00:00Z' | 2026-01-31T12:00:00Z",
                "'2026-01-31T12:00:00.123456z' | 2026-01-31T12:00:00.123456Z",
                "'2026-01-31T19:00:00+07:00' | 2026-01-31T12:00:00Z",
                "'2026-02-30T12:00:00Z' | -",
                "'2026-01-31' | -",
                "'soon' | -",
                "1769860800 | -",
                "null | -"
            })
    void expiryThatCannotBeReadIsUnknown(String text, @Nullable Instant read) {
        assertThat(value(look(success("{'status':'active','expires_at':" + text + "}")))
                        .expiresAt())
                .isEqualTo(read);
    }

    @Test
    void lookTellsWhatItKnows() {
        String data = "{'order_id':'o-1','phone_number':62811,'status':'completed','otp_code':'847291',"
                + "'otp_message':'Your code is 847291'}";
        Order order = value(look(success(data)));
        assertThat(order)
                .isEqualTo(
                        new Order("o-1", "62811", OrderStatus.COMPLETED, "847291", "Your code is 847291", null, null));
        assertThat(order.toString()).doesNotContain("847291").doesNotContain("62811");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{'status':null}", "{'order_id':'o-2','status':'completed','otp_code':'1'}"})
    void lookWithoutStatusOrAtAnotherOrderIsUnreadable(String data) {
        error(look(success(data)), ApiError.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "409, INSUFFICIENT_BALANCE, InsufficientBalance[]",
        "200, INSUFFICIENT_BALANCE, InsufficientBalance[]",
        "500, PRODUCT_UNAVAILABLE, ProductUnavailable[code=PRODUCT_UNAVAILABLE]",
        "404, order_not_found, OrderNotFound[code=ORDER_NOT_FOUND]",
        "400, INVALID_PARAMETERS, 'InvalidParameters[code=INVALID_PARAMETERS, message=why not]'",
        "401, INVALID_PARAMETERS, 'InvalidParameters[code=INVALID_PARAMETERS, message=why not]'",
        "503, RATE_LIMIT_EXCEEDED, RateLimited[retryAfter=null]",
        "429, SLOW_DOWN, RateLimited[retryAfter=null]",
        "401, INVALID_TOKEN, Unauthorized[]",
        "400, UNAUTHORIZED, Unauthorized[]",
        "403, SCOPE, Forbidden[]",
        "409, CONFLICT, 'OtherRejection[status=409, apiCode=CONFLICT, message=why not]'",
        "409, 'no code!', 'OtherRejection[status=409, apiCode=null, message=why not]'",
        "502, PROVIDER_ERROR, 'ServerFailure[status=502, retryAfter=null]'",
        "302, MOVED, 'Unreadable[status=302, detail=a redirect, which is not followed]'",
        "200, WHATEVER, 'Unreadable[status=200, detail=success is false, with the unknown code WHATEVER]'"
    })
    void errorCodeDecidesThenStatus(int status, String code, String error) {
        String body = "{'success':false,'error':{'code':'" + code + "','message':'why not'}}";
        assertThat(error(create(status, body)).toString()).isEqualTo(error);
        assertThat(error(cancel(status, body)).toString()).isEqualTo(error);
        String withoutSuccess = body.replace("'success':false,", "");
        assertThat(error(create(status, withoutSuccess)).toString()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'OtherRejection[status=400, apiCode=null, message=]'",
        "401, Unauthorized[]",
        "403, Forbidden[]",
        "404, 'OtherRejection[status=404, apiCode=null, message=]'",
        "429, RateLimited[retryAfter=null]",
        "500, 'ServerFailure[status=500, retryAfter=null]'",
        "503, 'ServerFailure[status=503, retryAfter=null]'",
        "302, 'Unreadable[status=302, detail=a redirect, which is not followed]'",
        "304, 'Unreadable[status=304, detail=a redirect, which is not followed]'"
    })
    void withoutEnvelopeTheStatusDecides(int status, String error) {
        for (String body : List.of("", "<html>502</html>", "[]", "'text'", "{}", success("{'order_id':'o-1'}"))) {
            assertThat(error(create(status, body)).toString()).as(body).isEqualTo(error);
            assertThat(error(cancel(status, body)).toString()).as(body).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html>",
                "{",
                "{}",
                "[]",
                "'text'",
                "null",
                "{'success':true}",
                "{'success':true,'data':null}",
                "{'success':false}",
                "{'success':false,'error':'no'}",
                "{'success':false,'data':{'order_id':'o-1'}}",
                "{'success':true,'data':{'order_id':'o-1'}} trailing"
            })
    void successWithoutEnvelopeIsUnreadable(String body) {
        assertThat(error(create(200, body), ApiError.Unreadable.class).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{'success':true}", "{'success':true,'data':{'status':'cancelled'}}"})
    void anySuccessfulCancelCounts(String body) {
        for (int status : new int[] {200, 202, 204}) {
            assertThat(value(cancel(status, body))).isEqualTo(new CancelAccepted());
        }
    }

    /** A proxy's page, for one: the order may live on, and be charged. */
    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html><h1>Back soon</h1>", "OK", "{", "{'success':true}{"})
    void aCancelWhoseAnswerIsNoJsonIsNoCancel(String body) {
        assertThat(error(cancel(200, body))).isEqualTo(new ApiError.Unreadable(200, "the body is not JSON"));
    }

    @Test
    void cancelThatATextHasOvertakenIsNoCancel() {
        String body = "{'success':true,'data':{'order_id':'o-1','status':'completed','otp_code':'847291'}}";
        assertThat(error(cancel(200, body)))
                .isEqualTo(new ApiError.Unreadable(200, "the order that was to be cancelled is completed"));
    }

    @Test
    void messagesAreShortAndKeepSecrets() {
        String said = "bad\\r\\n\\u0000\\u202e " + TOKEN + " for +62 811-222-333, code 847291 " + "x".repeat(300);
        ApiError error =
                error(create(400, "{'success':false,'error':{'code':'INVALID_PARAMETERS','message':'" + said + "'}}"));
        assertThat(error)
                .isInstanceOfSatisfying(ApiError.InvalidParameters.class, invalid -> assertThat(invalid.message())
                        .startsWith("bad [token] for [digits], code [digits] xxx")
                        .hasSize(200)
                        .endsWith("…"));
        ApiError coded = error(create(400, "{'success':false,'error':{'code':'" + TOKEN + "'}}"));
        assertThat(coded.toString()).doesNotContain(TOKEN);
    }

    @Property
    void noBodyMakesACallFailExceptionally(@ForAll byte[] body, @ForAll @IntRange(min = 100, max = 999) int status) {
        check(status, body);
    }

    @Property
    void noDamageToARealAnswerDoesEither(
            @ForAll @IntRange(min = 0, max = 200) int at,
            @ForAll char character,
            @ForAll @IntRange(min = 200, max = 599) int status) {
        StringBuilder text = new StringBuilder(success("{'order_id':'o-1','phone_number':'+62','status':'completed',"
                        + "'otp_code':'847291','balance':1,'currency':'IDR','expires_at':'2026-01-31T12:00:00Z'}")
                .replace('\'', '"'));
        text.setCharAt(at % text.length(), character);
        check(status, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void check(int status, byte[] body) {
        GuideClient api = api(status, body);
        assertThat(Results.await(api.balance(Permit.untimed("c")))).isNotNull();
        assertThat(Results.await(api.countries(Permit.untimed("c")))).isNotNull();
        assertThat(Results.await(api.products(6, Permit.untimed("c")))).isNotNull();
        assertThat(Results.await(api.createOrder(6, 1, Permit.untimed("c")))).isNotNull();
        assertThat(Results.await(api.order("o-1", Permit.untimed("c")))).isNotNull();
        assertThat(Results.await(api.cancelOrder("o-1", Permit.untimed("c")))).isNotNull();
    }

    private static String success(String data) {
        return "{'success':true,'data':" + data + "}";
    }

    private static ApiResult<Balance> balance(int status, String body) {
        return Results.await(api(status, body).balance(Permit.untimed("c")));
    }

    private static ApiResult<List<Product>> products(String body) {
        return Results.await(api(200, body).products(6, Permit.untimed("c")));
    }

    private static ApiResult<Order> create(int status, String body) {
        return Results.await(api(status, body).createOrder(6, 1, Permit.untimed("c")));
    }

    private static ApiResult<Order> look(String body) {
        return Results.await(api(200, body).order("o-1", Permit.untimed("c")));
    }

    private static ApiResult<CancelAccepted> cancel(int status, String body) {
        return Results.await(api(status, body).cancelOrder("o-1", Permit.untimed("c")));
    }

    private static GuideClient api(int status, String body) {
        return new GuideClient(Canned.answer(status, body), InstantSource.system());
    }

    private static GuideClient api(int status, byte[] body) {
        return new GuideClient(Canned.answer(status, body), InstantSource.system());
    }
}
