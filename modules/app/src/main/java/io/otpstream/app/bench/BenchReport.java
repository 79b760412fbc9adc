package io.otpstream.app.bench;

import java.util.List;

/** What a bench came to. */
public interface BenchReport {

    /** What did not hold, a sentence each; empty is what is wanted. */
    List<String> violations();

    /** The figures for people, without an end of the line. */
    String text();

    /** The same for programs: one object on one line. */
    String json();
}
