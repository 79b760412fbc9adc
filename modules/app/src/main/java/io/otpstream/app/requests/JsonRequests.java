package io.otpstream.app.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.otpstream.contract.RequestDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Requests as JSON, an object per line: the record's value, and {@code request_id} beside its fields. */
final class JsonRequests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] ANY_KEY = {'-'};

    private final byte[] content;

    JsonRequests(byte[] content) {
        this.content = content;
    }

    List<FileLine> lines() {
        List<FileLine> lines = new ArrayList<>();
        int number = 1;
        int start = startsWithMark() ? BYTE_ORDER_MARK.length : 0;
        for (int at = start; at <= content.length; at++) {
            if (at == content.length || content[at] == '\n') {
                byte[] line = Arrays.copyOfRange(content, start, at);
                if (!isBlank(line)) {
                    lines.add(decode(number, line));
                }
                number++;
                start = at + 1;
            }
        }
        return lines;
    }

    /** The bytes go to the decoder as they are, so that a line is judged exactly as the pipeline would judge it. */
    private static FileLine decode(int number, byte[] line) {
        Optional<JsonNode> object = parse(line).filter(JsonNode::isObject);
        if (object.isEmpty()) {
            return new FileLine(number, RequestDecoder.decode(ANY_KEY, line));
        }
        JsonNode id = object.get().path(RequestIdField.NAME);
        if (!id.isTextual() && !id.isMissingNode() && !id.isNull()) {
            return FileLine.malformed(
                    number, RequestIdField.NAME + " must be a text, but is " + id.getNodeType() + ".");
        }
        List<String> ignored = new ArrayList<>();
        object.get().fieldNames().forEachRemaining(ignored::add);
        ignored.removeAll(CsvColumns.NAMES);
        return new FileLine(number, RequestIdField.decode(id.textValue(), line), ignored);
    }

    private static Optional<JsonNode> parse(byte[] line) {
        try {
            return Optional.ofNullable(MAPPER.readTree(line));
        } catch (IOException notJson) {
            return Optional.empty(); // The decoder says where.
        }
    }

    private boolean startsWithMark() {
        return content.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(content, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).isBlank();
    }
}
