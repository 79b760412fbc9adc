package io.otpstream.contract;

/** The key of every record about a request: 1 to 128 of {@code A-Z a-z 0-9 . _ -}, chosen by the requester. */
public final class RequestId {

    /** The most characters that an id has. */
    public static final int MAX_LENGTH = 128;

    private RequestId() {}

    /** Whether the text can be a request id. */
    public static boolean isValid(String id) {
        return !id.isEmpty() && id.length() <= MAX_LENGTH && id.chars().allMatch(RequestId::isAllowed);
    }

    /**
     * The id itself.
     *
     * @throws InvalidFieldException for the field {@code key}, if the text can't be a request id
     */
    public static String check(String id) {
        if (!isValid(id)) {
            throw InvalidFieldException.expected("key", "1 to " + MAX_LENGTH + " of A-Z a-z 0-9 . _ -", Echo.of(id));
        }
        return id;
    }

    private static boolean isAllowed(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
