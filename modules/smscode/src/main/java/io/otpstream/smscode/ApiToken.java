package io.otpstream.smscode;

/** The bearer token. It shows itself to nobody: {@link #toString} leaves it out. */
public final class ApiToken {

    static final int LONGEST = 4096;

    private final String secret;

    private ApiToken(String secret) {
        this.secret = secret;
    }

    /**
     * Takes white space off both ends.
     *
     * @throws IllegalArgumentException when what is left can't be a token: empty, too long, or with anything but visible
     *     ASCII characters in it. The message doesn't quote it.
     */
    public static ApiToken of(String text) {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the API token is empty");
        }
        if (secret.length() > LONGEST) {
            throw new IllegalArgumentException("the API token is longer than " + LONGEST + " characters");
        }
        if (!secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "the API token holds a character that an HTTP header can't: expected visible ASCII only");
        }
        return new ApiToken(secret);
    }

    String authorization() {
        return "Bearer " + secret;
    }

    /** The text with every mention of the token replaced. */
    String maskIn(String text) {
        return text.replace(secret, "[token]");
    }

    @Override
    public String toString() {
        return "[token]";
    }
}
