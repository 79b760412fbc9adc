package io.otpstream.app.check;

/** The checks, in the order in which people read them. Their words are public: programs look for them. */
public enum CheckId {
    CONFIG("config"),
    API("api"),
    TOKEN("token"),
    PERMISSION("permission"),
    DIALECT("dialect"),
    BALANCE("balance"),
    API_CLOCK("clock.api"),
    BROKER("broker"),
    VERSION("version"),
    TOPICS("topics"),
    PARTITIONS("partitions"),
    ACLS("acls"),
    TRANSACTIONS("transactions"),
    BROKER_CLOCK("clock.broker"),
    GROUP("group"),
    STATE_DIR("state.dir"),
    DISK("disk"),
    DASHBOARD("dashboard");

    private final String word;

    CheckId(String word) {
        this.word = word;
    }

    /** As it is printed. */
    public String word() {
        return word;
    }
}
