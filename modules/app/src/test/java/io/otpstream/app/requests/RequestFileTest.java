package io.otpstream.app.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.contract.Priority;
import io.otpstream.contract.Routing;
import io.otpstream.contract.VerificationRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFileTest {

    private static final VerificationRequest FULL = VerificationRequest.of(1, 6, 7)
            .withMaxPriceIdr(20_000)
            .withTimeoutSeconds(120)
            .withMaxAttempts(3)
            .withStartBefore(Instant.parse("2026-03-01T11:00:00Z"))
            .withPriority(Priority.BATCH)
            .withTenant("acme, inc.")
            .withLabels("nightly", "région 1");

    @Test
    void csvHoldsEveryField() throws IOException {
        RequestFile file = csv("""
                request_id,platform_id,country_ids,max_price_idr,timeout_seconds,max_attempts,start_before,priority,tenant,labels
                a,1,6;7,20000,120,3,2026-03-01T11:00:00Z,batch,"acme, inc.",nightly; région 1
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.requests()).containsExactly(new Outgoing<>("a", FULL));
    }

    @Test
    void jsonHoldsEveryField() throws IOException {
        RequestFile file = jsonl("""
                {"request_id":"a","platform_id":1,"country_ids":[6,7],"max_price_idr":20000,"timeout_seconds":120,\
                "max_attempts":3,"start_before":"2026-03-01T11:00:00Z","priority":"batch","tenant":"acme, inc.",\
                "labels":["nightly","région 1"]}
                """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.requests()).containsExactly(new Outgoing<>("a", FULL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request_id,platform_id,country_ids,tenant\na,1,6 7,\n",
                "country_ids,request_id,platform_id\r\n6;7,a,1\r\n",
                "\uFEFFrequest_id,platform_id,country_ids\na,1,\"6; 7\"",
                " request_id , platform_id , country_ids \n\n  a , 1 ,  6  7 \n\n",
                "request_id,platform_id,country_ids,labels\na,1,6;7\n,,,\n",
            })
    void csvAsSpreadsheetsWriteIt(String content) throws IOException {
        RequestFile file = csv(content);

        assertThat(file.problems()).isEmpty();
        assertThat(file.requests()).containsExactly(new Outgoing<>("a", VerificationRequest.of(1, 6, 7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a,x,6 | 2: platform_id must be a whole number from 1 to 2147483647, but is \"x\".",
                "a,1.5,6 | 2: platform_id must be a whole number from 1 to 2147483647, but is 1.5.",
                "a,,6 | 2: platform_id must be given, or platform in its place, but is absent.",
                "a,1,6:7 | 2: country_ids must be a whole number from 1 to 2147483647, but is \"6:7\".",
                "a,1, | 2: country_ids must be given, or countries in its place, but is absent.",
                ",1,6 | 2: request_id must be the request id, but is absent.",
                "a/b,1,6 | 2: request_id must be 1 to 128 of A-Z a-z 0-9 . _ -, but is \"a/b\".",
                "a,1,6,9 | 2: the line must have at most 3 cells, but has 4.",
                "'\"a' | 2: the line isn't CSV: is a quotation mark left open or misplaced?",
            })
    void aBadCellIsNamedWithItsLine(String row, String problem) throws IOException {
        RequestFile file = csv("request_id,platform_id,country_ids\n" + row + "\n");

        assertThat(file.requests()).isEmpty();
        assertThat(file.problems()).containsExactly("f.csv:" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request_id,platform_id | column countries or country_ids must be there, but is absent.",
                "platform,countries | column request_id must be there, but is absent.",
                "request_id,platform_id,country_ids,max_price | column max_price isn't known; the columns are announces_text, choose, countries, country_ids,",
                "request_id,platform_id,country_ids,,tenant | column without a name isn't known;",
                "request_id,platform_id,country_ids,request_id | column request_id must be there once, but is there twice.",
            })
    void aBadHeaderIsTheOnlyProblem(String header, String problem) throws IOException {
        assertThat(csv(header + "\na,1,6\nb,1,6\n").problems())
                .singleElement()
                .asString()
                .startsWith("f.csv:1: " + problem);
    }

    @Test
    void csvTakesCodesInPlaceOfIds() throws IOException {
        RequestFile file = csv("""
                request_id,platform,platform_id,countries,operator,routing,hold_seconds
                a,whatsapp,,ID;my,,best_success,300
                b,,1,id,telkomsel,,
                c,whatsapp,1,ID,,,
                d,whatsapp,,ID;MY,telkomsel,,
                e,whatsapp,,IDN,,,
                f,whatsapp,,ID,,fastest,
                g,whatsapp,,ID,,,2000
                """);

        assertThat(file.requests())
                .hasSize(2)
                .contains(new Outgoing<>(
                        "a",
                        VerificationRequest.of("whatsapp", "ID", "MY")
                                .withRouting(Routing.BEST_SUCCESS)
                                .withHoldSeconds(300)));
        assertThat(file.requests().getLast().value().operator()).isEqualTo("telkomsel");
        assertThat(file.problems())
                .satisfiesExactly(
                        c -> assertThat(c).startsWith("f.csv:4: platform must be absent where platform_id is given"),
                        d -> assertThat(d).startsWith("f.csv:5: operator must be absent where more than one country"),
                        e -> assertThat(e).startsWith("f.csv:6: countries must be a list of 1 to 10 different texts"),
                        f -> assertThat(f).startsWith("f.csv:7: routing must be one of cheapest, best_success"),
                        g -> assertThat(g).startsWith("f.csv:8: hold_seconds must be a whole number from 0 to 1200"));
    }

    @Test
    void jsonTakesCodesInPlaceOfIds() throws IOException {
        RequestFile file =
                jsonl("{\"request_id\":\"a\",\"platform\":\"whatsapp\",\"countries\":[\"ID\"],\"hold_seconds\":60}");

        assertThat(file.ignored()).isEmpty();
        assertThat(file.requests())
                .containsExactly(new Outgoing<>(
                        "a", VerificationRequest.of("whatsapp", "ID").withHoldSeconds(60)));
    }

    @Test
    void linesAreCountedAsAnEditorDoes() throws IOException {
        RequestFile csv = csv("request_id,platform_id,country_ids,tenant\n\na,1,6,\"two\nlines\"\nb,0,6,x\n");
        RequestFile jsonl = jsonl("\n{\"request_id\":\"a\",\"platform_id\":1,\"country_ids\":[6]}\r\n  \n{}\n");

        assertThat(csv.problems())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("f.csv:3: tenant must be"),
                        second -> assertThat(second).startsWith("f.csv:5: platform_id must be"));
        assertThat(jsonl.requests()).extracting(Outgoing::requestId).containsExactly("a");
        assertThat(jsonl.problems()).containsExactly("f.jsonl:4: request_id must be the request id, but is absent.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "nonsense | the value must be a JSON object in UTF-8, but isn't one",
                "[1] | the value must be a JSON object in UTF-8, but is none.",
                "{\"request_id\":17} | request_id must be a text, but is NUMBER.",
                "{\"request_id\":\"a\",\"platform_id\":\"1\"} | platform_id must be a whole number",
                "{\"request_id\":\"a\",\"platform_id\":1,\"platform_id\":2} | platform_id must be given once",
            })
    void aBadJsonLineIsJudgedAsThePipelineWould(String line, String problem) throws IOException {
        assertThat(jsonl(line).problems()).singleElement().asString().startsWith("f.jsonl:1: " + problem);
    }

    @Test
    void anIdThatIsThereTwiceIsAProblem() throws IOException {
        RequestFile file = csv("request_id,platform_id,country_ids\na,1,6\na,1,7\n");

        assertThat(file.requests()).hasSize(1);
        assertThat(file.problems()).containsExactly("f.csv:3: request_id a is on line 2 already.");
    }

    @Test
    void jsonFieldsThatMeanNothingAreTold() throws IOException {
        RequestFile file =
                jsonl("{\"request_id\":\"a\",\"platform_id\":1,\"country_ids\":[6],\"max_price\":1,\"email\":\"x\"}");

        assertThat(file.requests()).hasSize(1);
        assertThat(file.ignored()).containsExactly("email", "max_price");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        byte[] latin1 = "request_id,platform_id,country_ids,tenant\na,1,6,é\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(RequestFile.read("f.csv", new ByteArrayInputStream(latin1), FileFormat.CSV)
                        .problems())
                .containsExactly("f.csv:1: the file must be UTF-8, but isn't.");
    }

    private static RequestFile csv(String content) throws IOException {
        return read("f.csv", content, FileFormat.CSV);
    }

    private static RequestFile jsonl(String content) throws IOException {
        return read("f.jsonl", content, FileFormat.JSONL);
    }

    private static RequestFile read(String name, String content, FileFormat format) throws IOException {
        return RequestFile.read(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), format);
    }
}
