package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckIdTest {

    @Test
    void everyCheckIsDocumentedInItsOrder() throws IOException {
        List<String> documented;
        try (Stream<String> lines = Files.lines(Path.of("../../docs/check.md"))) {
            documented = lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("`", 3)[1])
                    .toList();
        }

        assertThat(documented)
                .containsExactlyElementsOf(
                        Stream.of(CheckId.values()).map(CheckId::word).toList());
    }
}
