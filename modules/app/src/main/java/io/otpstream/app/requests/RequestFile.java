package io.otpstream.app.requests;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.contract.Decoded;
import io.otpstream.contract.VerificationRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The requests of a file, all checked before the first is sent.
 *
 * @param requests those that keep the contract, in the order of the file
 * @param problems one for each line that doesn't: file, line, field and what is expected
 * @param ignored names of JSON fields that no request has; on the topic they are allowed, but one of them may be a limit
 *     that somebody misspelled
 */
public record RequestFile(
        List<Outgoing<VerificationRequest>> requests, List<String> problems, SortedSet<String> ignored) {

    /** Keeps its own copies. */
    public RequestFile {
        requests = List.copyOf(requests);
        problems = List.copyOf(problems);
        ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
    }

    /**
     * Reads to the end. Doesn't close {@code in}.
     *
     * @param name what problems call the file
     * @throws IOException when it can't be read
     */
    public static RequestFile read(String name, InputStream in, FileFormat format) throws IOException {
        byte[] content = in.readAllBytes();
        List<FileLine> lines =
                switch (format) {
                    case CSV -> new CsvRequests(content).lines();
                    case JSONL -> new JsonRequests(content).lines();
                };
        return check(name, lines);
    }

    private static RequestFile check(String name, List<FileLine> lines) {
        List<Outgoing<VerificationRequest>> requests = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        SortedSet<String> ignored = new TreeSet<>();
        Map<String, Integer> lineOfId = new HashMap<>();
        for (FileLine line : lines) {
            ignored.addAll(line.ignored());
            String at = name + ":" + line.number() + ": ";
            switch (line.decoded()) {
                case Decoded.Malformed<VerificationRequest>(var id, var field, var reason) -> problems.add(at + reason);
                case Decoded.Valid<VerificationRequest>(var id, var request) -> {
                    Integer before = lineOfId.putIfAbsent(id, line.number());
                    if (before == null) {
                        requests.add(new Outgoing<>(id, request));
                    } else {
                        // Only the first request with an id is served; whoever wrote the second expects an answer too.
                        problems.add(at + RequestIdField.NAME + " " + id + " is on line " + before + " already.");
                    }
                }
            }
        }
        return new RequestFile(requests, problems, ignored);
    }
}
