package io.otpstream.smscode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens come from, and that they stay hidden. */
class TokenTest {

    @TempDir
    private Path directory = Path.of(".");

    private Path file = Path.of(".");
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private TokenFile tokens = new TokenFile(file, () -> now);

    @BeforeEach
    void inADirectoryOfItsOwn() {
        file = directory.resolve("token");
        tokens = new TokenFile(file, () -> now);
    }

    @Test
    void fixedTokenIsTrimmedAndHidden() throws TokenUnavailableException {
        ApiToken token = TokenSource.fixed(" s3cret\n").current();
        assertThat(token.authorization()).isEqualTo("Bearer s3cret");
        assertThat(token.toString()).doesNotContain("s3cret");
        assertThat(TokenSource.fixed("s3cret").toString()).doesNotContain("s3cret");
        assertThat(new AuthorizationHeader(token).toString()).doesNotContain("s3cret");
        assertThat(new AuthorizationHeader(token).getValue()).isEqualTo("Bearer s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "s3cret\r\nX-Injected: 1", "two words", "s3cret\u0000", "s3crét", "\uFEFFs3cret"})
    void textThatIsNoTokenIsRefusedWithoutRepeatingIt(String text) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenSource.fixed(text))
                .withMessageContaining("token")
                .withMessageNotContaining("s3cr");
        Files.writeString(file, text);
        assertRefused();
    }

    @Test
    void fileIsReadAnewForEveryRequest() throws Exception {
        Files.writeString(file, "  first\n");
        assertThat(tokens.current().authorization()).isEqualTo("Bearer first");
        Files.writeString(file, "other");
        assertThat(tokens.current().authorization()).isEqualTo("Bearer other");
        Path next = Files.writeString(directory.resolve("next"), "third");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertThat(tokens.current().authorization()).isEqualTo("Bearer third");
    }

    @Test
    void missingFileAndDirectoryAreNamed() {
        assertRefused();
        tokens = new TokenFile(directory, () -> now);
        assertThatExceptionOfType(TokenUnavailableException.class)
                .isThrownBy(tokens::current)
                .withMessageContaining(directory.toString());
    }

    @Test
    void endlessFileIsRefused() throws IOException {
        Files.writeString(file, "s3cret".repeat(10_000));
        assertRefused();
    }

    @Test
    void lastGoodTokenBridgesAReplacement() throws Exception {
        Files.writeString(file, "first");
        tokens.current();
        Files.delete(file);
        now = now.plus(TokenFile.GRACE).minusNanos(1);
        assertThat(tokens.current().authorization()).isEqualTo("Bearer first");
        Files.writeString(file, "");
        assertThat(tokens.current().authorization()).isEqualTo("Bearer first");
        now = now.plusNanos(1);
        assertRefused();
        Files.writeString(file, "second");
        assertThat(tokens.current().authorization()).isEqualTo("Bearer second");
    }

    private void assertRefused() {
        assertThatExceptionOfType(TokenUnavailableException.class)
                .isThrownBy(tokens::current)
                .withMessageContaining(file.toString())
                .withMessageNotContaining("s3cr");
    }
}
