package io.otpstream.simulator.vendor;

/** A code or a phone number: it may travel in an answer, but is not told by accident. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "[secret]";
    }
}
