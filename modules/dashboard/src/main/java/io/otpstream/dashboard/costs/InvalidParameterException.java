package io.otpstream.dashboard.costs;

/** A parameter of a question that can't be used. */
public final class InvalidParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * The message becomes {@code parameter: expectation}.
     *
     * @param parameter its name
     * @param expectation what is expected of it; doesn't repeat the value
     */
    InvalidParameterException(String parameter, String expectation) {
        super(parameter + ": " + expectation);
        this.parameter = parameter;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
