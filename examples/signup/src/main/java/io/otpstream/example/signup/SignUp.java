package io.otpstream.example.signup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** One visitor who was texted a code. The code never leaves it but by the text. Safe for use by several threads. */
final class SignUp {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final String code = "%06d".formatted(RANDOM.nextInt(CODES));
    private int triesLeft = 3;
    private boolean verified;

    String text() {
        return "Your code is " + code;
    }

    /** Takes what the visitor typed. The third wrong code ends the sign-up, so that nobody can try them all. */
    synchronized Verdict check(String typed) {
        if (triesLeft == 0) {
            return Verdict.OVER;
        }
        byte[] expected = code.getBytes(StandardCharsets.UTF_8);
        if (MessageDigest.isEqual(expected, typed.strip().getBytes(StandardCharsets.UTF_8))) {
            verified = true;
            return Verdict.RIGHT;
        }
        triesLeft--;
        return triesLeft == 0 ? Verdict.OVER : Verdict.WRONG;
    }

    synchronized boolean isVerified() {
        return verified;
    }

    /** What becomes of a code that was typed. */
    enum Verdict {
        RIGHT,
        WRONG,
        OVER
    }
}
