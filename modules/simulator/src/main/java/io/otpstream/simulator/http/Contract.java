package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

/** One of the two contracts, as the server needs to know it. */
interface Contract extends AutoCloseable {

    /** How it says no. */
    Spelling spelling();

    /** Longer bodies are not read; bytes. */
    long largestBody();

    /** Its calls. */
    void addTo(RoutesConfig routes);

    /** Answers what no call takes: no such path or method, or a body that is too large. */
    void unserved(HttpResponseException e, Context ctx);

    /** Begins what it does without being asked. */
    void start();

    /** Ends that. */
    @Override
    void close();
}
