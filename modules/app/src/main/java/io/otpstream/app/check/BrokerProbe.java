package io.otpstream.app.check;

import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Whether the brokers answer. */
record BrokerProbe(BrokerAccess access, String servers) implements Probe {

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.BROKER);
    }

    @Override
    public List<Finding> look() {
        try {
            BrokerAccess.Reached reached = access.reached();
            int brokers = reached.nodes().size();
            return List.of(Finding.ok(
                    CheckId.BROKER,
                    (brokers == 1 ? "1 broker answers" : brokers + " brokers answer") + " at " + servers + ", cluster "
                            + reached.clusterId()));
        } catch (KafkaException e) {
            return List.of(new KafkaTrouble(servers, access.patience()).finding(CheckId.BROKER, e));
        }
    }
}
