package io.otpstream.contract.evolution;

/** Who writes a record. The other side was built before the change, and decides what a change may be. */
public enum Writer {
    /** Requests and commands: what was accepted must be accepted still, and mean the same. */
    USERS,
    /** All other records: what a program could rely on when it read them must hold still. */
    OTPSTREAM
}
