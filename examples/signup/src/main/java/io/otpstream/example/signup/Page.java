package io.otpstream.example.signup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a visitor sees. The files with the HTML lie beside this class. */
enum Page {
    SIGN_UP("sign-up.html"),
    CODE("code.html"),
    WELCOME("welcome.html"),
    STYLE("style.css");

    private static final String PLACE_FOR_A_PROBLEM = "<!-- problem -->";

    private final String text;

    Page(String file) {
        text = read(file);
    }

    String text() {
        return text;
    }

    /** @param problem a sentence of ours, never what somebody typed: it is not escaped */
    String withProblem(String problem) {
        return text.replace(PLACE_FOR_A_PROBLEM, "<p id=\"problem\" role=\"alert\">" + problem + "</p>");
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
