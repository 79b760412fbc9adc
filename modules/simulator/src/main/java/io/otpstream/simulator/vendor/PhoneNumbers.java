package io.otpstream.simulator.vendor;

/** Reads phone numbers as people and programs write them. */
final class PhoneNumbers {

    private PhoneNumbers() {}

    /**
     * The number with {@code +}, dial code and nothing but digits. A missing {@code +}, a leading {@code 00}, spaces,
     * dots, hyphens and brackets are tolerated.
     *
     * @throws RefusedException when it isn't 7 to 15 digits
     */
    static Secret normalise(String written) {
        String digits = written.strip().replaceAll("[\\s().\\-]", "").replaceFirst("^(\\+|00)", "");
        if (!digits.matches("[0-9]{7,15}")) {
            throw RefusedException.invalid("to", "to: expected a phone number with its dial code, 7 to 15 digits");
        }
        return new Secret("+" + digits);
    }
}
