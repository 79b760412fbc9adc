package io.otpstream.app.check;

import java.util.Optional;

/**
 * What one check found. No text of it holds a secret.
 *
 * @param check what was looked at
 * @param grade how good it is
 * @param sentence what was found
 * @param mend what to do about it; empty where there is nothing to do
 */
public record Finding(CheckId check, Grade grade, String sentence, Optional<String> mend) {

    /** As it should be. */
    public static Finding ok(CheckId check, String sentence) {
        return new Finding(check, Grade.OK, sentence, Optional.empty());
    }

    /** Not as it should be, but good enough to work with. */
    public static Finding warn(CheckId check, String sentence, String mend) {
        return new Finding(check, Grade.WARN, sentence, Optional.of(mend));
    }

    /** To be mended before anything works. */
    public static Finding wrong(CheckId check, String sentence, String mend) {
        return new Finding(check, Grade.WRONG, sentence, Optional.of(mend));
    }

    /** Not looked at, for this reason. */
    public static Finding skipped(CheckId check, String why) {
        return new Finding(check, Grade.SKIPPED, why, Optional.empty());
    }
}
