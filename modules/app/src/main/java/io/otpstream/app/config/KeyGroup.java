package io.otpstream.app.config;

/** Keys that belong together, in the order in which the reference tells of them. */
public enum KeyGroup {
    API("The API"),
    SPENDING("What the requests to the API are used for"),
    BUYING("How numbers are bought"),
    WEBHOOK("Webhooks"),
    MONEY("Money"),
    RETENTION("How long records are kept"),
    ALERTS("Alerts"),
    STREAMS("The pipeline and Kafka"),
    DASHBOARD("The dashboard");

    private final String title;

    KeyGroup(String title) {
        this.title = title;
    }

    /** As a heading. */
    public String title() {
        return title;
    }
}
