package io.otpstream.example.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a sign-up does with wrong input. No number has to be rented for that. */
class SignUpAppTest {

    private static final String NUMBER = "+6284000079190";

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final SignUpApp app = SignUpApp.start((to, text) -> texts.add(to + ": " + text), 0);
    private final Visitor visitor = new Visitor(app.uri());

    @AfterEach
    void close() {
        visitor.close();
        app.close();
    }

    @Test
    void theCodeGoesToTheNumberThatWasTyped() throws Exception {
        visitor.submit("/numbers", "phone", "+62 840-0007 9190");

        assertThat(texts).singleElement().asString().matches("\\" + NUMBER + ": Your code is \\d{6}");
    }

    @Test
    void whatIsNoPhoneNumberGetsNoText() throws Exception {
        HttpResponse<String> answer = visitor.submit("/numbers", "phone", "0840 0007");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Phone number: expected a plus sign");
        assertThat(texts).isEmpty();
    }

    @Test
    void aWrongCodeOpensNothingAndTheRightOneStillDoes() throws Exception {
        visitor.submit("/numbers", "phone", NUMBER);

        assertThat(visitor.submit("/codes", "code", "no code").body()).contains("This is not the code that we sent.");
        assertThat(visitor.open("/welcome").uri()).hasPath("/");

        assertThat(visitor.submit("/codes", "code", code()).uri()).hasPath("/welcome");
    }

    @Test
    void afterThreeWrongCodesTheRightOneIsWorthNothing() throws Exception {
        visitor.submit("/numbers", "phone", NUMBER);
        for (int i = 0; i < 3; i++) {
            visitor.submit("/codes", "code", "no code");
        }

        assertThat(visitor.submit("/codes", "code", code()).body()).contains("Three wrong codes.");
        assertThat(visitor.open("/welcome").uri()).hasPath("/");
    }

    @Test
    void aGatewayThatTakesNothingIsNamed() throws Exception {
        URI nobody = app.uri().resolve("/no-gateway-here");
        try (SignUpApp other = SignUpApp.start(nobody);
                Visitor guest = new Visitor(other.uri())) {
            HttpResponse<String> answer = guest.submit("/numbers", "phone", NUMBER);

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("No text could be sent to this number.");
        }
    }

    private String code() {
        String text = texts.getLast();
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
