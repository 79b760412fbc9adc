package io.otpstream.dashboard.http;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that can't be answered as it stands. What it says is sent to whoever asked. */
public final class ApiException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String field;

    private ApiException(int status, String code, String message, @Nullable String field) {
        super(message);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    /**
     * A parameter that isn't what it has to be.
     *
     * @param expected the end of a sentence that begins with "expected"; doesn't repeat the value
     */
    public static ApiException badParameter(String field, String expected) {
        return new ApiException(400, "invalid_parameter", field + ": expected " + expected, field);
    }

    /** What a parameter names doesn't exist. */
    public static ApiException notFound(String field, String message) {
        return new ApiException(404, "not_found", message, field);
    }

    /** Too many are being served. */
    public static ApiException busy(String message) {
        return new ApiException(503, "busy", message, null);
    }

    static ApiException unauthorized() {
        return new ApiException(401, "unauthorized", "expected the dashboard's password", null);
    }

    static ApiException wrongHost() {
        return new ApiException(
                403,
                "wrong_host",
                "Host: expected 127.0.0.1, [::1] or localhost, for that is where this listens",
                "Host");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
