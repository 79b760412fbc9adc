package io.otpstream.domain.rate;

/** How permits are divided among processes. */
public enum Split {
    /** Max-min fair, by what each could use. */
    DEMAND,
    /** By the partitions that each has, whatever it could use: there to be compared with. */
    PARTITIONS
}
