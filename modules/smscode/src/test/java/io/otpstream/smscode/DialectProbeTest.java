package io.otpstream.smscode;

import static io.otpstream.smscode.Results.error;
import static io.otpstream.smscode.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Permit;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is written with single quotes. */
class DialectProbeTest {

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{'id':4711,'status':'ACTIVE'}]"})
    void listOfOrdersIsThePublishedContract(String data) {
        assertThat(value(ask(200, "{'success':true,'data':" + data + "}"))).isEqualTo(Dialect.PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "404, ORDER_NOT_FOUND",
        "400, ORDER_NOT_FOUND",
        "400, INVALID_PARAMETERS",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED"
    })
    void orderThatIsNotKnownIsTheGuide(int status, String code) {
        assertThat(value(ask(status, "{'success':false,'error':{'code':'" + code + "','message':'no'}}")))
                .isEqualTo(Dialect.GUIDE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "401 | {'success':false,'error':{'code':'UNAUTHORIZED'}} | UNAUTHORIZED",
                "403 | {'success':false,'error':{'code':'FORBIDDEN'}} | FORBIDDEN",
                "429 | {'success':false,'error':{'code':'RATE_LIMIT_EXCEEDED'}} | RATE_LIMIT_EXCEEDED",
                "500 | {'success':false,'error':{'code':'INTERNAL_ERROR'}} | HTTP_500",
                "503 | <html> | HTTP_503",
                // A wrong address answers like this as well.
                "404 | <html>not found</html> | HTTP_404",
                "404 | {'error':'no such page','success':true} | HTTP_404",
                "200 | <html>welcome</html> | UNREADABLE_ANSWER",
                "200 | {'success':true,'data':{}} | UNREADABLE_ANSWER",
                "302 | [] | UNREADABLE_ANSWER"
            })
    void anythingElseTellsNothing(int status, String body, String code) {
        assertThat(error(ask(status, body)).code()).isEqualTo(code);
    }

    @Test
    void noAnswerTellsNothing() {
        assertThat(error(ask(new Canned(new Exchange.NotSent("why"))))).isEqualTo(new ApiError.NotSent("why"));
        assertThat(error(ask(new Canned(new Exchange.NoAnswer("why"))))).isEqualTo(new ApiError.NoAnswer("why"));
    }

    @Test
    void asksOnce() throws IOException {
        try (RecordingServer server = new RecordingServer()) {
            server.answers(503, Map.of("Retry-After", "0"), "");
            try (DialectProbe probe = DialectProbe.create(
                    ClientSettings.defaults().withBaseUri(server.base()), TokenSource.fixed("t0ken"))) {
                error(Results.await(probe.ask(Permit.untimed("start"))), ApiError.ServerFailure.class);
            }
            assertThat(server.seen().stream().map(RecordingServer.Seen::line))
                    .containsExactly("GET /v1/orders/active ");
        }
    }

    private static ApiResult<Dialect> ask(int status, String body) {
        return ask(Canned.answer(status, body));
    }

    private static ApiResult<Dialect> ask(Canned transport) {
        return Results.await(new DialectProbe(transport, InstantSource.system()).ask(Permit.untimed("c")));
    }
}
