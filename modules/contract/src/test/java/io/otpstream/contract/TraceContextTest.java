package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Headers headers = new RecordHeaders();

    @Test
    void isReadAsItWasWritten() {
        TraceContext trace = new TraceContext(PARENT, "rojo=00f067aa0ba902b7,congo@t=t61 rc/WgtMzE");
        headers.add("other", new byte[] {1});
        trace.writeTo(headers);

        assertThat(TraceContext.readFrom(headers)).contains(trace);
        assertThat(headers).hasSize(3);
    }

    @Test
    void replacesAnotherAndLeavesNoStateOfIt() {
        new TraceContext(PARENT, "rojo=1").writeTo(headers);
        TraceContext later = new TraceContext(PARENT.replace("-01", "-00"), null);
        later.writeTo(headers);

        assertThat(TraceContext.readFrom(headers)).contains(later);
        assertThat(headers).hasSize(1);
    }

    @Test
    void theLastHeaderCounts() {
        put("traceparent", "nonsense");
        put("traceparent", PARENT);

        assertThat(TraceContext.readFrom(headers)).contains(new TraceContext(PARENT, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-é",
            })
    void anInvalidParentIsNoTrace(String parent) {
        assertThat(TraceContext.of(parent, "rojo=1")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceContext(parent, null))
                .withMessageStartingWith("traceparent: expected");
    }

    @Test
    void aLaterVersionMayHaveMoreAtItsEndButNotWithoutBounds() {
        String later = PARENT.replace("00-4b", "cc-4b") + "-what-the-future-will-be";

        assertThat(TraceContext.of(later, null)).contains(new TraceContext(later, null));
        assertThat(TraceContext.of(later + "x".repeat(100), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1",
                "a=1,b=2",
                "a=1 ,\t b=2,,",
                "0-9_z*/=  inner spaces !~",
                "tenant@system=1",
            })
    void aValidStateStays(String state) {
        assertThat(TraceContext.of(PARENT, state)).contains(new TraceContext(PARENT, state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " , ", "a", "a=", "=1", "A=1", "a=1,a=2", "a=b=c", "a=é", "a=1\u0000", "a@b@c=1", "@b=1"})
    void anInvalidStateIsLeftOutAlone(String state) {
        assertThat(TraceContext.of(PARENT, state)).contains(new TraceContext(PARENT, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceContext(PARENT, state))
                .withMessageStartingWith("tracestate: expected");
    }

    @Test
    void aStateIsBoundedInLengthAndMembers() {
        assertThat(TraceContext.of(PARENT, "a=" + "x".repeat(256) + ",b=" + "x".repeat(251)))
                .hasValueSatisfying(trace -> assertThat(trace.tracestate()).hasSize(512));
        assertThat(TraceContext.of(PARENT, "a=" + "x".repeat(256) + ",b=" + "x".repeat(252)))
                .contains(new TraceContext(PARENT, null));
        assertThat(TraceContext.of(PARENT, members(32)))
                .hasValueSatisfying(trace -> assertThat(trace.tracestate()).isNotNull());
        assertThat(TraceContext.of(PARENT, members(33))).contains(new TraceContext(PARENT, null));
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + "=1").collect(Collectors.joining(","));
    }

    @Test
    void whateverIsRead_whatIsTakenCanBeWrittenAndReadAgain() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            String parent = damaged(PARENT, random);
            String state = damaged("rojo=00f067aa0ba902b7,congo=t61rcWgtMzE", random);
            TraceContext.of(parent, state).ifPresent(trace -> {
                trace.writeTo(headers);
                assertThat(TraceContext.readFrom(headers)).contains(trace);
            });
        }
        assertThat(headers).as("some were taken").isNotEmpty();
    }

    private static String damaged(String text, Random random) {
        char[] chars = text.toCharArray();
        chars[random.nextInt(chars.length)] = (char) random.nextInt(256);
        return new String(chars);
    }

    private void put(String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
