package io.otpstream.app.check;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Looks only where brokers answer: that they don't is said once, and not by every check. */
record BehindBroker(BrokerAccess access, String servers, KafkaLook inner) implements Probe {

    @Override
    public List<CheckId> checks() {
        return inner.checks();
    }

    @Override
    public List<Finding> look() {
        Admin admin;
        try {
            admin = access.reached().admin();
        } catch (KafkaException unreached) {
            return checks().stream()
                    .map(check -> Finding.skipped(check, "no broker answers"))
                    .toList();
        }
        try {
            return inner.look(admin);
        } catch (KafkaException e) {
            KafkaTrouble trouble = new KafkaTrouble(servers, access.patience());
            return checks().stream().map(check -> trouble.finding(check, e)).toList();
        }
    }
}
