package io.otpstream.app.webhook;

/** What a delivery is answered with. Whatever isn't 2xx, the API sends again. */
enum Answer {
    WRITTEN(204, "", ""),
    IGNORED(204, "", ""),
    NOT_JSON(400, "not_json", "expected a JSON object"),
    NOT_SIGNED(
            401, "signature_missing", "expected the header " + Signature.HEADER + ": sha256=<64 hexadecimal digits>"),
    FORGED(401, "signature_wrong", "the signature isn't that of this body under the secret that is known here"),
    TOO_LARGE(413, "body_too_large", "expected at most 1 MiB"),
    NO_SECRET(503, "secret_unavailable", "no signature can be checked just now; the receiver's log says why"),
    NOT_WRITTEN(503, "not_written", "the event could not be kept; send it again");

    private final int status;
    private final String code;
    private final String message;

    Answer(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    int status() {
        return status;
    }

    /** Empty for a success. */
    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
