package io.otpstream.junit;

/** Not thrown: goes with the exception of a test that failed, so that every report names what was rented for it. */
final class RequestOfTest extends Exception {

    private static final long serialVersionUID = 1L;

    RequestOfTest(String description) {
        super(description, null, false, false);
    }
}
