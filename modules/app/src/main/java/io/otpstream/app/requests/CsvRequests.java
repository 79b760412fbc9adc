package io.otpstream.app.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests as CSV: column names as in JSON on the first line, an empty cell for a field that isn't given. */
final class CsvRequests {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    private final byte[] content;
    private final List<FileLine> lines = new ArrayList<>();
    private Optional<CsvColumns> columns = Optional.empty();
    private int rowBegins = 1;

    CsvRequests(byte[] content) {
        this.content = content;
    }

    List<FileLine> lines() throws IOException {
        try (CsvParser parser = FACTORY.createParser(text())) {
            boolean goesOn = true;
            while (goesOn && parser.nextToken() == JsonToken.START_ARRAY) {
                rowBegins = parser.currentLocation().getLineNr();
                goesOn = readRow(parser);
            }
        } catch (CharacterCodingException notUtf8) {
            lines.add(FileLine.malformed(1, "the file must be UTF-8, but isn't."));
        } catch (JsonProcessingException notCsv) {
            // The parser noticed it at the end of the file; it began in this row.
            lines.add(FileLine.malformed(rowBegins, "the line isn't CSV: is a quotation mark left open or misplaced?"));
        }
        return lines;
    }

    /** Returns whether the rows that follow make sense. */
    private boolean readRow(CsvParser parser) throws IOException {
        List<@Nullable String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            cells.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText());
        }
        if (columns.isEmpty()) {
            return readHeader(cells);
        }
        // Spreadsheets write rows of nothing but commas below the last one.
        if (cells.stream().anyMatch(Objects::nonNull)) {
            lines.add(columns.get().decode(rowBegins, cells));
        }
        return true;
    }

    private boolean readHeader(List<@Nullable String> cells) {
        CsvColumns header = new CsvColumns(cells);
        header.problem().ifPresent(problem -> lines.add(FileLine.malformed(rowBegins, problem)));
        columns = Optional.of(header);
        return header.problem().isEmpty();
    }

    private String text() throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
