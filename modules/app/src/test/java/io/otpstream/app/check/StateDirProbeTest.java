package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirProbeTest {

    @TempDir
    private Path directory;

    @Test
    void oneThatIsThereAndOneThatCanBeMadeAreGood() throws IOException {
        assertThat(look(directory, 1)).extracting(Finding::grade).containsExactly(Grade.OK, Grade.OK);
        Path later = directory.resolve("a/b");

        assertThat(look(later, 1)).first().isEqualTo(Finding.ok(CheckId.STATE_DIR, later + " will be made by 'run'"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlaceIsWrong() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        assertThat(look(file.resolve("state"), 1).getFirst())
                .satisfies(finding -> assertThat(finding.grade()).isEqualTo(Grade.WRONG))
                .satisfies(finding -> assertThat(finding.sentence()).isEqualTo(file + " is no directory"))
                .satisfies(finding -> assertThat(finding.mend())
                        .hasValueSatisfying(mend -> assertThat(mend).contains("state.dir")));
    }

    @Test
    void littleRoomIsAWarning() throws IOException {
        assertThat(look(directory, Long.MAX_VALUE).getLast().grade()).isEqualTo(Grade.WARN);
    }

    private static List<Finding> look(Path stateDir, long enough) throws IOException {
        return new StateDirProbe(stateDir, enough).look();
    }
}
