package io.otpstream.benchmarks.budget;

import java.time.Duration;

/** The terms on which clients are compared, the same for all of them. */
public final class BudgetTerms {

    /** Of the guide; any sliding minute may hold so many, refused ones included. */
    public static final int REQUESTS_PER_MINUTE = 300;

    /** How long a code is waited for, from the placing of its order on. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    public static final int COUNTRY_ID = 6;
    public static final int PLATFORM_ID = 1;

    /** Requests without an order that always wait: more than any pipeline places within the time it takes to add some. */
    public static final int BACKLOG = 60;

    /** Requests at a time where there is budget to spare. */
    public static final int LIGHT_LOAD = 10;

    private BudgetTerms() {}
}
