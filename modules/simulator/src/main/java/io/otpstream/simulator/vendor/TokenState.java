package io.otpstream.simulator.vendor;

/** What a bearer token is worth. */
public enum TokenState {
    /** May do everything. */
    VALID,
    /** 401, as a token that never existed. */
    REVOKED,
    /** 403: known, but without permission. */
    FORBIDDEN
}
