package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulator, without a broker. */
class CatalogCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Simulator simulator = Simulator.start(SimulatorSettings.defaults());

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void offersOfSomeCountriesComeCheapestFirst() throws IOException {
        List<String> lines = catalog("--country", "ID,8", "--platform", "1,2")
                .endsWith(ExitCode.OK)
                .out();

        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).matches("COUNTRY +ISO +NAME +PLATFORM +CODE +PRICE IDR +STOCK");
        assertThat(lines).anyMatch(line -> line.matches(" +6 +ID +Indonesia +1 +- +\\d+ +\\d+"));
        assertThat(simulator.calls().get(ApiCall.PRODUCTS)).isEqualTo(2);
    }

    @Test
    void programsGetAnObjectPerOffer() throws IOException {
        List<JsonNode> offers = new ArrayList<>();
        for (String line : catalog("--country", "Indonesia", "--json")
                .endsWith(ExitCode.OK)
                .out()) {
            offers.add(MAPPER.readTree(line));
        }

        assertThat(offers)
                .hasSizeGreaterThan(2)
                .allSatisfy(offer ->
                        assertThat(offer.path("country_code").textValue()).isEqualTo("ID"))
                .extracting(offer -> offer.path("price_idr").longValue())
                .isSorted();
    }

    @Test
    void moreCountriesThanAllowedAreNamedAndNotAskedFor() throws IOException {
        CommandRun run = catalog("--max-countries", "1", "--platform", "1").endsWith(ExitCode.OK);

        assertThat(run.err()).last().asString().startsWith("otpstream: not asked for 8 more countries");
        assertThat(simulator.calls().get(ApiCall.PRODUCTS)).isEqualTo(1);
    }

    @Test
    void whatTheApiDoesNotKnowIsNamed() throws IOException {
        assertThat(catalog("--country", "XX").endsWith(ExitCode.FAILURE).err())
                .containsExactly(
                        "otpstream: --country: expected an id, code or name of the catalogue, but nothing there is"
                                + " called XX");
        assertThat(catalog("--platform", "whatsapp").endsWith(ExitCode.FAILURE).err())
                .singleElement()
                .asString()
                .contains("the guide's dialect has no names of platforms");
        assertThat(catalog("--max-countries", "0").endsWith(ExitCode.USAGE).err())
                .singleElement()
                .asString()
                .contains("--max-countries: expected 1 to 250");
    }

    @Test
    void inThePublishedDialectPlatformsHaveNames() throws IOException {
        simulator.close();
        simulator = Simulator.start(SimulatorSettings.defaults().withDialect(Dialect.PUBLISHED));

        assertThat(catalog("--country", "ID", "--platform", "WhatsApp")
                        .endsWith(ExitCode.OK)
                        .out())
                .hasSizeGreaterThan(1)
                .last()
                .asString()
                .matches(" +6 +ID +Indonesia +1 +whatsapp +\\d+ +\\d+");
    }

    @Test
    void withoutBrokersThereIsANoteInsteadOfRates() throws IOException {
        CommandRun run = catalog("--country", "6", "--platform", "1", "--rates").endsWith(ExitCode.OK);

        assertThat(run.out()).first().asString().endsWith("ORDERS  SUCCESS  IDR/CODE  P50 s");
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("otpstream: no success rates: no answer from Kafka");
    }

    private CommandRun catalog(String... arguments) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), Simulator.TOKEN);
        List<String> all = new ArrayList<>(List.of("catalog"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--api-url", simulator.baseUri().toString(), "--set", "api.token.file=" + token));
        all.addAll(List.of("--set", "kafka.default.api.timeout.ms=300"));
        return CommandRun.of("127.0.0.1:1", all.toArray(String[]::new));
    }
}
