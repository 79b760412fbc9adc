package io.otpstream.app.cli;

import io.otpstream.app.catalog.Catalog;
import io.otpstream.app.catalog.CatalogException;
import io.otpstream.app.catalog.CatalogReader;
import io.otpstream.app.catalog.CatalogText;
import io.otpstream.app.catalog.Wish;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.pipeline.ApiFactory;
import io.otpstream.app.rates.RateView;
import io.otpstream.app.rates.RatesTable;
import io.otpstream.contract.SuccessRates;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.SmsCodeApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream catalog}. */
@Command(
        name = "catalog",
        description = {
            "List what the API has to rent: countries, platforms, prices and stock, the cheapest first.",
            "It asks once for each country, three times a second at most. These requests count against the token's limit,"
                    + " beside those of pipelines. The guide's dialect has no names of platforms, only ids."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream catalog --country ID,IN,GB",
            "  otpstream catalog --platform 1 --rates     Beside each price, how orders went so far.",
            "  otpstream catalog --json                   An object per offer: country_id, country_code,",
            "                                             platform_id, price_idr, available, ..."
        })
public final class CatalogCommand extends ApiSubcommand {

    private static final int MOST_COUNTRIES = 250;

    @Option(
            names = "--country",
            paramLabel = "CODE",
            split = ",",
            description = "Only these: ISO codes, ids or names. Several with commas. Repeatable.")
    private List<String> countries = new ArrayList<>();

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only these: ids, and in the published dialect codes or names. Several with commas. Repeatable.")
    private List<String> platforms = new ArrayList<>();

    @Option(
            names = "--max-countries",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many countries are asked for at most, 1 to 250: a request each (default:"
                    + " ${DEFAULT-VALUE}).")
    private int maxCountries;

    @Option(names = "--rates", description = "Show how orders went so far, as far as brokers answer.")
    private boolean withRates;

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    @Override
    protected ExitCode execute() throws InterruptedException {
        if (maxCountries < 1 || maxCountries > MOST_COUNTRIES) {
            throw usageError("--max-countries: expected 1 to " + MOST_COUNTRIES);
        }
        OtpstreamConfig config = config();
        StopSignal stop = listenForStop();
        Catalog catalog = read(config, stop);
        CatalogText text = new CatalogText(catalog.offers(), withRates ? Optional.of(rates(config)) : Optional.empty());
        (json ? text.jsonLines() : text.lines()).forEach(out()::println);
        if (catalog.offers().isEmpty()) {
            err().println("otpstream: nothing of that is on offer");
        }
        if (!catalog.unasked().isEmpty()) {
            err().println("otpstream: not asked for " + catalog.unasked().size() + " more countries (--max-countries, "
                    + "--country): " + names(catalog.unasked()));
        }
        return stop.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private Catalog read(OtpstreamConfig config, StopSignal stop) throws InterruptedException {
        try (SmsCodeApi api = ApiFactory.create(config, dialect(config))) {
            return new CatalogReader(api, maxCountries, stop::await)
                    .read(new Wish("--country", countries), new Wish("--platform", platforms));
        } catch (CatalogException e) {
            throw new CommandFailedException(ExitCode.FAILURE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Prices are worth seeing without them, so that brokers don't answer is no more than a note. */
    private List<SuccessRates> rates(OtpstreamConfig config) {
        var cluster = KafkaSubcommand.cluster(config);
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(RateView.PLATFORM.topic()))) {
            RatesTable table = new RatesTable(reader, RateView.PLATFORM);
            table.load();
            return table.rows();
        } catch (KafkaException e) {
            String why = new KafkaProblem(cluster, config.kafka().bootstrapServers())
                    .explain(e)
                    .getMessage();
            err().println("otpstream: no success rates: " + why);
            return List.of();
        }
    }

    private static String names(List<Country> countries) {
        return countries.stream()
                .map(country -> country.isoCode() == null ? Integer.toString(country.id()) : country.isoCode())
                .collect(Collectors.joining(" "));
    }
}
