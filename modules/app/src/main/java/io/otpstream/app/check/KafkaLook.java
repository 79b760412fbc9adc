package io.otpstream.app.check;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Something to ask brokers that are there. */
interface KafkaLook {

    /** What it looks at. */
    List<CheckId> checks();

    /** Throws Kafka's own exceptions, each of which is told as a finding. */
    List<Finding> look(Admin admin);
}
