package io.otpstream.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a record belongs to, as the W3C recommendation "Trace Context" spells it. Both parts are headers of the
 * same names, UTF-8 text. The pipeline passes a request's on as it is: it opens no spans of its own.
 *
 * @param traceparent version, trace id, parent id and flags
 * @param tracestate what the tracing systems on the way keep with it; null if there is none
 */
public record TraceContext(String traceparent, @Nullable String tracestate) {

    /** Header of {@link #traceparent}. */
    public static final String TRACEPARENT = "traceparent";

    /** Header of {@link #tracestate}; absent if that is null. */
    public static final String TRACESTATE = "tracestate";

    /** A version that isn't known yet may have more at its end; so much of that is taken. */
    private static final int LONGEST_TRACEPARENT = 128;

    /** So much has to be passed on at least, says the recommendation; and no more is. */
    private static final int LONGEST_TRACESTATE = 512;

    private static final int MOST_MEMBERS = 32;

    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern LATER_PARENT = Pattern.compile("(?!00)" + PARENT.pattern() + "-[\\x21-\\x7e]*");
    private static final Pattern MEMBER_KEY =
            Pattern.compile("[a-z0-9][a-z0-9_*/-]{0,255}" + "|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13}");
    private static final Pattern MEMBER_VALUE = Pattern.compile("[\\x20-\\x7e&&[^,=]]{0,255}[\\x21-\\x7e&&[^,=]]");

    /**
     * Keeps the rules of the recommendation.
     *
     * @throws IllegalArgumentException that names the header and not its value, which is somebody else's
     */
    public TraceContext {
        if (!isParent(traceparent)) {
            throw new IllegalArgumentException(TRACEPARENT + ": expected version-traceid-parentid-flags");
        }
        if (tracestate != null && !isState(tracestate)) {
            throw new IllegalArgumentException(TRACESTATE + ": expected at most " + MOST_MEMBERS
                    + " different key=value with commas between, and at most " + LONGEST_TRACESTATE + " characters");
        }
    }

    /**
     * What can be used of the two: nothing without a valid parent, and the parent alone where the state is not valid.
     * Where several headers have one name, as elsewhere in Kafka the last one counts.
     */
    public static Optional<TraceContext> readFrom(Headers headers) {
        return of(text(headers, TRACEPARENT), text(headers, TRACESTATE));
    }

    /** The same of texts; null where there is none. */
    public static Optional<TraceContext> of(@Nullable String traceparent, @Nullable String tracestate) {
        return traceparent == null || !isParent(traceparent)
                ? Optional.empty()
                : Optional.of(
                        new TraceContext(traceparent, tracestate != null && isState(tracestate) ? tracestate : null));
    }

    /** Puts these headers in place of any of the same names; all others stay. */
    public void writeTo(Headers headers) {
        put(headers, TRACEPARENT, traceparent);
        put(headers, TRACESTATE, tracestate);
    }

    private static boolean isParent(String text) {
        return text.length() <= LONGEST_TRACEPARENT
                && (PARENT.matcher(text).matches() || LATER_PARENT.matcher(text).matches());
    }

    /** Members may be empty, and have spaces around them. One at least must not be: else there is nothing to say. */
    private static boolean isState(String text) {
        if (text.length() > LONGEST_TRACESTATE) {
            return false;
        }
        List<String> members = Arrays.stream(text.split(",", -1))
                .map(TraceContext::withoutSpacesAround)
                .filter(member -> !member.isEmpty())
                .toList();
        return !members.isEmpty()
                && members.size() <= MOST_MEMBERS
                && members.stream().allMatch(TraceContext::isMember)
                && members.stream().map(TraceContext::key).distinct().count() == members.size();
    }

    private static String withoutSpacesAround(String member) {
        return member.replaceAll("^[ \\t]+|[ \\t]+$", "");
    }

    private static boolean isMember(String member) {
        String key = key(member);
        return key.length() < member.length()
                && MEMBER_KEY.matcher(key).matches()
                && MEMBER_VALUE.matcher(member.substring(key.length() + 1)).matches();
    }

    private static String key(String member) {
        int end = member.indexOf('=');
        return end < 0 ? member : member.substring(0, end);
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
