package io.otpstream.smscode;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A transport that always gives the same answer. */
record Canned(Exchange exchange) implements Transport {

    static final String TOKEN = "t0ken-abcdef";

    static Canned answer(int status, byte[] body) {
        return answer(status, Map.of(), body);
    }

    /** @param json with single quotes */
    static Canned answer(int status, String json) {
        return answer(status, Map.of(), json);
    }

    /** @param json with single quotes */
    static Canned answer(int status, Map<String, String> headers, String json) {
        return answer(status, headers, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Canned answer(int status, Map<String, String> headers, byte[] body) {
        return new Canned(new Exchange.Answered(status, headers, new AnswerBody.Whole(body), ApiToken.of(TOKEN)));
    }

    @Override
    public CompletionStage<Exchange> send(ApiRequest request) {
        return CompletableFuture.completedFuture(exchange);
    }

    @Override
    public void close() {
        // Nothing to give back.
    }
}
