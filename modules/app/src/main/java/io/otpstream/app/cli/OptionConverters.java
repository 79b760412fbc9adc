package io.otpstream.app.cli;

import io.otpstream.app.config.DurationText;
import io.otpstream.app.rates.RateView;
import io.otpstream.contract.Choice;
import io.otpstream.contract.Priority;
import io.otpstream.contract.Routing;
import io.otpstream.contract.WireWord;
import io.otpstream.domain.api.Dialect;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options as otpstream's own configuration and records spell them. */
final class OptionConverters {

    private OptionConverters() {}

    /** {@code 90s}, {@code 10m}, or a bare number of seconds. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            String text = value.matches("\\d{1,9}") ? value + "s" : value;
            return DurationText.parse(text)
                    .orElseThrow(() -> new TypeConversionException("expected a duration like 90s or 10m, or seconds"));
        }
    }

    /** A TCP port, or 0 for any free one. */
    static final class Port implements ITypeConverter<Integer> {

        private static final int HIGHEST = 65_535;

        @Override
        public Integer convert(String value) {
            if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= HIGHEST) {
                return Integer.valueOf(value);
            }
            throw new TypeConversionException("expected 0 to " + HIGHEST);
        }
    }

    /** RFC 3339 with any offset. */
    static final class Rfc3339 implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException notAnInstant) {
                throw new TypeConversionException("expected an instant like 2026-01-31T12:00:00Z");
            }
        }
    }

    /** An instant, or how long ago it was. */
    static final class Since implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            return DurationText.parse(value)
                    .map(ago -> Instant.now().minus(ago))
                    .orElseGet(() -> instant(value));
        }

        private static Instant instant(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException notAnInstant) {
                throw new TypeConversionException(
                        "expected an instant like 2026-01-31T12:00:00Z, or how long ago" + " like 90m or 7d");
            }
        }
    }

    /** Who is served first. */
    static final class PriorityWord implements ITypeConverter<Priority> {
        @Override
        public Priority convert(String value) {
            return word(value, Priority.values());
        }
    }

    /** Which country is tried first. */
    static final class ChoiceWord implements ITypeConverter<Choice> {
        @Override
        public Choice convert(String value) {
            return word(value, Choice.values());
        }
    }

    /** Which of the API's contracts is kept. */
    static final class DialectWord implements ITypeConverter<Dialect> {
        @Override
        public Dialect convert(String value) {
            return word(value, Dialect.values(), dialect -> dialect.name().toLowerCase(Locale.ROOT));
        }
    }

    /** By what a provider is picked. */
    static final class RoutingWord implements ITypeConverter<Routing> {
        @Override
        public Routing convert(String value) {
            return word(value, Routing.values());
        }
    }

    /** By what rates are shown. */
    static final class ViewWord implements ITypeConverter<RateView> {
        @Override
        public RateView convert(String value) {
            return word(value, RateView.values(), RateView::word);
        }
    }

    /** The words that travel in requests. */
    private static <W extends WireWord> W word(String value, W[] words) {
        return word(value, words, WireWord::word);
    }

    private static <W> W word(String value, W[] words, Function<W, String> spelling) {
        return Arrays.stream(words)
                .filter(word -> spelling.apply(word).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected " + Arrays.stream(words).map(spelling).collect(Collectors.joining(" or "))));
    }
}
