package io.otpstream.streams.fleet;

import io.otpstream.streams.calls.OperatorWord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Passes on what people say on {@value OrdersPaused#TOPIC} about one application: nothing of what was there before, until
 * all of it was read, because only the last word of it counts. One thread gives the records in their order.
 */
public final class ControlsReader {

    private final byte[] application;
    private final Consumer<OperatorWord> heed;
    private OperatorWord latest = new OperatorWord.Go();
    private boolean whole;

    /**
     * Says at once that nothing is known yet.
     *
     * @param application its id
     * @param heed told on the reader's thread; must not throw
     */
    public ControlsReader(String application, Consumer<OperatorWord> heed) {
        this.application = application.getBytes(StandardCharsets.UTF_8);
        this.heed = heed;
        heed.accept(new OperatorWord.Unheard());
    }

    /** Takes in a record. One about another application changes nothing. */
    public void read(ConsumerRecord<byte[], byte[]> record) {
        if (Arrays.equals(record.key(), application)) {
            latest = OrdersPaused.word(record.value(), Instant.ofEpochMilli(record.timestamp()));
            if (whole) {
                heed.accept(latest);
            }
        }
    }

    /** All that was there has been read. */
    public void wholeRead() {
        whole = true;
        heed.accept(latest);
    }
}
