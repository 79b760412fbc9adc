package io.otpstream.app.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultWaitTest {

    private static final Outgoing<VerificationRequest> NORMAL = new Outgoing<>("a", VerificationRequest.of(1, 6));
    private static final Outgoing<VerificationRequest> LONG = new Outgoing<>(
            "b", VerificationRequest.of(1, 6).withTimeoutSeconds(1_200).withMaxAttempts(5));

    @Test
    void enoughForAllAttemptsOfTheLongestRequestAndForAllBeforeIt() {
        assertThat(ResultWait.enoughFor(List.of(NORMAL))).isEqualTo(Duration.ofSeconds(2 * 90 + 60 + 1));
        assertThat(ResultWait.enoughFor(List.of(NORMAL, LONG))).isEqualTo(Duration.ofSeconds(5 * 1_200 + 60 + 2));
        assertThat(ResultWait.enoughFor(Collections.nCopies(40, NORMAL)))
                .isEqualTo(Duration.ofSeconds(2 * 90 + 60 + 40));
    }
}
