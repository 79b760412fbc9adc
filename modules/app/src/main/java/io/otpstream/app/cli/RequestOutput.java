package io.otpstream.app.cli;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.requests.WaitEvent;
import io.otpstream.app.requests.WaitEventText;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;

/** What {@code otpstream request} answers: events on standard output, everything else on standard error. */
final class RequestOutput {

    private static final int MOST_LINES = 20;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    RequestOutput(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /**
     * Tells that all were sent.
     *
     * @param namesIds whether the one who asked doesn't know the ids yet
     * @param isAnswer whether nothing else comes after this
     */
    void sent(List<? extends Outgoing<?>> requests, boolean namesIds, boolean isAnswer) {
        if (json) {
            requests.forEach(
                    each -> out.println(JsonLine.empty().with("event", "sent").with("request_id", each.requestId())));
            return;
        }
        PrintWriter to = isAnswer ? out : err;
        if (namesIds) {
            requests.forEach(each -> to.println("sent " + each.requestId()));
        }
        if (!namesIds || requests.size() > 1) {
            to.println("sent " + requests.size() + (requests.size() == 1 ? " request" : " requests"));
        }
    }

    /** Tells of a request that is waited for. */
    void event(WaitEvent event, boolean oneOfSeveral) {
        String text = PlainText.of((oneOfSeveral ? event.requestId() + "  " : "") + WaitEventText.line(event));
        out.println(json ? WaitEventText.jsonLine(event) : text);
    }

    /** One line each, but not so many that the last line, which sums up, can't be found. */
    void problems(List<String> problems) {
        problems.stream().limit(MOST_LINES).map(PlainText::of).forEach(err::println);
        if (problems.size() > MOST_LINES) {
            err.println("... and " + (problems.size() - MOST_LINES) + " more");
        }
    }

    /** Fields that mean nothing. */
    void ignored(Set<String> names) {
        if (!names.isEmpty()) {
            err.println(PlainText.of("otpstream: ignored fields that no request has: " + String.join(", ", names)));
        }
    }
}
