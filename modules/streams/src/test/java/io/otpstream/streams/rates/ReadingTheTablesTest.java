package io.otpstream.streams.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.GlobalKTable;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/success-rates.md tells users to write. */
class ReadingTheTablesTest {

    private static final Path DOCS = Path.of("../../docs/success-rates.md");
    private static final Path SOURCE = Path.of("src/test/java/io/otpstream/streams/rates/ReadingTheTablesTest.java");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
    private static final Serde<String> TEXT = Serdes.String();

    @TempDir
    Path stateDir;

    @Test
    void everyInstanceCanHoldTheWholeTable() {
        StreamsBuilder builder = new StreamsBuilder();
        GlobalKTable<String, SuccessRates> rates = builder.globalTable(
                Topics.SUCCESS_RATES.name(),
                Consumed.with(Topics.SUCCESS_RATES.keySerde(), Topics.SUCCESS_RATES.valueSerde()));
        builder.stream("signups", Consumed.with(TEXT, TEXT))
                .join(rates, (user, country) -> country, (country, row) -> row.codes() + " codes")
                .to("known", Produced.with(TEXT, TEXT));

        try (TopologyTestDriver driver = driver(builder)) {
            write(driver, "6", SuccessRates.of(6, Instant.EPOCH).codes(3).build());
            driver.createInputTopic("signups", TEXT.serializer(), TEXT.serializer())
                    .pipeInput("ada", "6");
            assertThat(driver.createOutputTopic("known", TEXT.deserializer(), TEXT.deserializer())
                            .readValuesToList())
                    .containsExactly("3 codes");
        }
    }

    @Test
    void itsChangesAreAStream() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, SuccessRates> poor = builder.table(
                        Topics.SUCCESS_RATES.name(),
                        Consumed.with(Topics.SUCCESS_RATES.keySerde(), Topics.SUCCESS_RATES.valueSerde()))
                .toStream()
                .filter((country, row) -> row.successRateHigh() != null && row.successRateHigh() < 0.5);
        poor.mapValues(row -> "poor").to("poor", Produced.with(TEXT, TEXT));

        try (TopologyTestDriver driver = driver(builder)) {
            write(driver, "6", rate(6, 0.9));
            write(driver, "7", rate(7, 0.4));
            write(driver, "8", SuccessRates.of(8, Instant.EPOCH).build());
            assertThat(driver.createOutputTopic("poor", TEXT.deserializer(), TEXT.deserializer())
                            .readKeyValuesToMap())
                    .containsOnlyKeys("7");
        }
    }

    @Test
    void theDocsShowWhatIsTestedHere() throws IOException {
        String here = squeezed(Files.readString(SOURCE));
        List<String> shown = JAVA.matcher(Files.readString(DOCS))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(shown).hasSize(2).allSatisfy(snippet -> assertThat(here).contains(squeezed(snippet)));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static SuccessRates rate(int country, double high) {
        return SuccessRates.of(country, Instant.EPOCH)
                .successRate(high / 2, 0, high)
                .build();
    }

    private TopologyTestDriver driver(StreamsBuilder builder) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "reader");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return new TopologyTestDriver(builder.build(), config);
    }

    private static void write(TopologyTestDriver driver, String country, SuccessRates rates) {
        driver.createInputTopic(
                        Topics.SUCCESS_RATES.name(),
                        TEXT.serializer(),
                        Topics.SUCCESS_RATES.valueSerde().serializer())
                .pipeInput(country, rates);
    }
}
