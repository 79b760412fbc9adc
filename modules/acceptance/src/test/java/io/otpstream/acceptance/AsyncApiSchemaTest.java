package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code topics/asyncapi.yaml} against the schema that AsyncAPI itself publishes, bindings of Kafka included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiSchemaTest {

    private static final Path ROOT = Path.of(System.getProperty("otpstream.root"));

    @TempDir
    private static Path directory;

    private Schema schema;
    private JsonNode document;

    @BeforeAll
    void read() throws IOException, InterruptedException {
        Path installed = NodePackage.install(ROOT.resolve("modules/acceptance/src/test/npm"), directory)
                .folder()
                .resolve("node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json");
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(installed), InputFormat.JSON);
        document = new YAMLMapper().readTree(Files.readString(ROOT.resolve("topics/asyncapi.yaml")));
    }

    @Test
    void itIsAnAsyncApiDocument() {
        assertThat(schema.validate(document.toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaWouldFindAWrongBinding() {
        ObjectNode broken = document.deepCopy();
        ((ObjectNode) broken.at("/channels/requests/bindings/kafka")).put("partitions", "six");

        assertThat(schema.validate(broken.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void theSchemaWouldFindAFieldThatIsNone() {
        ObjectNode broken = document.deepCopy();
        ((ObjectNode) broken.at("/operations/sendRequest")).put("direction", "out");

        assertThat(schema.validate(broken.toString(), InputFormat.JSON)).isNotEmpty();
    }
}
