package io.otpstream.app.cli;

import io.otpstream.app.cli.OptionConverters.ChoiceWord;
import io.otpstream.app.cli.OptionConverters.PriorityWord;
import io.otpstream.app.cli.OptionConverters.Rfc3339;
import io.otpstream.app.cli.OptionConverters.RoutingWord;
import io.otpstream.app.cli.OptionConverters.Seconds;
import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.requests.RequestIds;
import io.otpstream.contract.Choice;
import io.otpstream.contract.Priority;
import io.otpstream.contract.RequestId;
import io.otpstream.contract.Routing;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** A request, or several alike, from options. */
final class RequestArguments {

    private static final int MOST_AT_ONCE = 10_000;

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            description = {
                "The platform that sends the code: the vendor's code or name for it, like whatsapp, or its id;"
                        + " required unless there is --file."
            })
    private Optional<String> platform = Optional.empty();

    @Option(
            names = "--country",
            paramLabel = "CODE",
            split = ",",
            description = {
                "1 to 10 countries in order of preference: ISO codes like ID, or the vendor's ids;"
                        + " required unless there is --file. Repeatable."
            })
    private List<String> countries = new ArrayList<>();

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "Numbers of this mobile operator only, by code or id; for one country, in the published API.")
    private Optional<String> operator = Optional.empty();

    @Option(names = "--max-price", paramLabel = "IDR", description = "The most that one order may cost, whole rupiah.")
    private Optional<Long> maxPrice = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Seconds.class,
            description = "How long to wait for the code of one order, 10s to 20m (default: 90s).")
    private Optional<Duration> timeout = Optional.empty();

    @Option(names = "--max-attempts", paramLabel = "N", description = "The most orders, 1 to 5 (default: 2).")
    private Optional<Integer> maxAttempts = Optional.empty();

    @Option(
            names = "--start-before",
            paramLabel = "INSTANT",
            converter = Rfc3339.class,
            description = "Place no order after this (default: 24 h from now).")
    private Optional<Instant> startBefore = Optional.empty();

    @Option(
            names = "--priority",
            paramLabel = "WORD",
            converter = PriorityWord.class,
            description = "interactive: somebody is waiting (default), or batch.")
    private Optional<Priority> priority = Optional.empty();

    @Option(names = "--tenant", paramLabel = "TEXT", description = "On whose behalf; echoed on every record.")
    private Optional<String> tenant = Optional.empty();

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            description = "Echoed on every record. Up to 10 of them. Repeatable.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--choose",
            paramLabel = "WORD",
            converter = ChoiceWord.class,
            description =
                    "Which country is tried first: listed (default), cheapest or best, by cost and wait per code.")
    private Optional<Choice> choose = Optional.empty();

    @Option(
            names = "--routing",
            paramLabel = "WORD",
            converter = RoutingWord.class,
            description = "By what the published API picks a provider: cheapest (default) or best_success.")
    private Optional<Routing> routing = Optional.empty();

    @Option(
            names = "--hold",
            paramLabel = "DURATION",
            converter = Seconds.class,
            description = "Keep the number after its code for 'otpstream resend', up to 20m (default: 0s).")
    private Optional<Duration> hold = Optional.empty();

    @Option(
            names = "--announces-text",
            description = "You say 'otpstream sms-requested' for every number that you use: others count as unused.")
    private boolean announcesText;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The request id (default: a random one). An id is served once.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--count", paramLabel = "N", description = "Send as many alike; --id gets -1, -2, ... appended.")
    private Optional<Integer> count = Optional.empty();

    /** Whether any option was given that a file says itself. */
    boolean isGiven() {
        return !countries.isEmpty()
                || !labels.isEmpty()
                || announcesText
                || Stream.of(platform, operator, maxPrice, timeout, maxAttempts, startBefore, priority, tenant, choose)
                        .anyMatch(Optional::isPresent)
                || Stream.of(routing, hold, id, count).anyMatch(Optional::isPresent);
    }

    /**
     * What the options ask for.
     *
     * @throws IllegalArgumentException that names the option or the field, if they ask for what can't be
     */
    List<Outgoing<VerificationRequest>> requests() {
        int howMany = count.orElse(1);
        if (howMany < 1 || howMany > MOST_AT_ONCE) {
            throw new IllegalArgumentException("--count: expected 1 to " + MOST_AT_ONCE);
        }
        VerificationRequest request = request();
        List<String> ids = RequestIds.of(id, howMany);
        if (!RequestId.isValid(ids.getLast())) {
            throw new IllegalArgumentException("--id: expected 1 to 128 of A-Z a-z 0-9 . _ -");
        }
        return ids.stream().map(each -> new Outgoing<>(each, request)).toList();
    }

    private VerificationRequest request() {
        if (platform.isEmpty() || countries.isEmpty()) {
            throw new IllegalArgumentException("--platform and --country, or --file: expected");
        }
        boolean byId = isId(platform.get());
        boolean byIds = countries.stream().allMatch(RequestArguments::isId);
        return new VerificationRequest(
                byId ? Integer.valueOf(platform.get()) : null,
                byId ? null : platform.get(),
                byIds ? countries.stream().map(Integer::valueOf).toList() : null,
                byIds ? null : countries,
                operator.orElse(null),
                maxPrice.orElse(null),
                timeout.map(given -> wholeSeconds("--timeout: expected whole seconds, 10s to 20m", given))
                        .orElse(VerificationRequest.DEFAULT_TIMEOUT_SECONDS),
                maxAttempts.orElse(VerificationRequest.DEFAULT_MAX_ATTEMPTS),
                startBefore.orElse(null),
                priority.orElse(Priority.INTERACTIVE),
                tenant.orElse(null),
                labels,
                choose.orElse(Choice.LISTED),
                announcesText,
                routing.orElse(Routing.CHEAPEST),
                hold.map(given -> wholeSeconds("--hold: expected whole seconds, 0s to 20m", given))
                        .orElse(0));
    }

    /** A longer one travels as a text of digits, which means the same. */
    private static boolean isId(String text) {
        return text.matches("\\d{1,9}");
    }

    private static int wholeSeconds(String expected, Duration duration) {
        if (duration.toMillis() % 1_000 != 0 || duration.toSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(expected);
        }
        return Math.toIntExact(duration.toSeconds());
    }
}
