package io.otpstream.smscode;

import org.apache.hc.core5.http.Header;

/** The token as a header that HttpClient can send but not log: its loggers print headers by {@link #toString}. */
record AuthorizationHeader(ApiToken token) implements Header {

    @Override
    public String getName() {
        return "Authorization";
    }

    @Override
    public String getValue() {
        return token.authorization();
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public String toString() {
        return "Authorization: Bearer " + token;
    }
}
