package io.otpstream.smscode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code {success, data}} or {@code {success, error: {code, message, details}}}, as both contracts have it. */
sealed interface Envelope {

    JsonMapper MAPPER = JsonMapper.builder(
                    // The contract says UTF-8; guessing would read two NULs as UTF-32.
                    JsonFactory.builder()
                            .disable(JsonFactory.Feature.CHARSET_DETECTION)
                            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * The API says yes.
     *
     * @param data what it answered; a missing node where that is left out
     */
    record Data(JsonNode data) implements Envelope {}

    /**
     * The API says no.
     *
     * @param code null where it doesn't say why
     * @param details what the published contract may add; a missing node where it adds nothing
     */
    record Refusal(@Nullable String code, String message, JsonNode details) implements Envelope {}

    /**
     * No envelope.
     *
     * @param why what is wrong, without quoting it
     * @param isFromApi whether it may be all that the API had to say: nothing, or JSON of another shape
     */
    record None(String why, boolean isFromApi) implements Envelope {}

    /** {@code success} decides; where it is missing, an error is a refusal and data is data. */
    static Envelope of(AnswerBody body, ApiToken token) {
        return switch (body) {
            case AnswerBody.Broken(String why) -> new None(why, false);
            case AnswerBody.Whole whole -> of(whole.bytes(), token);
        };
    }

    private static Envelope of(byte[] body, ApiToken token) {
        if (body.length == 0) {
            return new None("the body is empty", true);
        }
        JsonNode json;
        try {
            json = MAPPER.readTree(body);
        } catch (IOException e) {
            return new None("the body is not JSON", false);
        }
        if (!json.isObject()) {
            return new None("the body is not a JSON object", true);
        }
        JsonNode error = json.path("error");
        if (!json.path("success").asBoolean(!json.hasNonNull("error"))) {
            return new Refusal(
                    SafeText.errorCode(error.path("code"), token),
                    SafeText.message(error.path("message"), token),
                    error.path("details"));
        }
        return json.hasNonNull("success") || json.has("data")
                ? new Data(json.path("data"))
                : new None("the body holds neither success nor data nor error", true);
    }
}
