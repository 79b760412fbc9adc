package io.otpstream.app.cli;

import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.live.LiveSettings;
import io.otpstream.smscode.ApiToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.config.types.Password;
import picocli.CommandLine.Option;

/** What {@code otpstream check} has to be told before it spends money. */
final class LiveOptions {

    @Option(
            names = "--live",
            description = {
                "Try the published contract on the API itself: buy one number, give it back, and say of each assumption"
                        + " whether it holds. Takes some two minutes.",
                "Needs --token-file and --max-spend-idr."
            })
    private boolean live;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "With --live: holds the token of a test account, which nothing else uses meanwhile."
                    + " Never the configured one.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--max-spend-idr",
            paramLabel = "N",
            description = "With --live: the most that the number may cost until it is refunded, whole rupiah.")
    private Optional<Long> maxSpendIdr = Optional.empty();

    @Option(
            names = "--product",
            paramLabel = "ID",
            description = "With --live: the catalog_product_id to buy; otherwise the cheapest in stock.")
    private Optional<Integer> product = Optional.empty();

    boolean isWanted() {
        return live;
    }

    /** Whether something was said that only --live understands. */
    boolean isForgotten() {
        return !live && (tokenFile.isPresent() || maxSpendIdr.isPresent() || product.isPresent());
    }

    /**
     * All of it, checked.
     *
     * @throws IllegalArgumentException naming the option that is missing or wrong
     */
    LiveSettings settings(OtpstreamConfig config) {
        Path file = tokenFile.orElseThrow(() -> new IllegalArgumentException(
                "--token-file: expected with --live, for the configured token is not for tests"));
        long most = maxSpendIdr
                .filter(amount -> amount > 0)
                .orElseThrow(() -> new IllegalArgumentException("--max-spend-idr: expected with --live, 1 or more"));
        return new LiveSettings(
                config.api().url(),
                token(file, config),
                most,
                product.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                config.speed().factor());
    }

    private static Password token(Path file, OtpstreamConfig config) {
        String token = read(file, "--token-file");
        try {
            ApiToken.of(token);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--token-file: " + wrong.getMessage());
        }
        if (configured(config).filter(token::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "--token-file: expected another token than the configured one, whose orders are not for tests");
        }
        return new Password(token);
    }

    private static Optional<String> configured(OtpstreamConfig config) {
        return config.api()
                .token()
                .map(Password::value)
                .or(() -> config.api().tokenFile().filter(Files::isReadable).map(file -> read(file, "api.token.file")));
    }

    private static String read(Path file, String option) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    option + ": expected a file that can be read, but " + file + " can't be");
        }
    }
}
