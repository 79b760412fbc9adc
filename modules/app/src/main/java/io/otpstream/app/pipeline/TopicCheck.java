package io.otpstream.app.pipeline;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicDifference;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * What is found when a pipeline's topics are made ready.
 *
 * @param created topics that weren't there
 * @param obstacles sentences about what a pipeline can't work with
 * @param deviations sentences about what it works with, though not as meant
 */
public record TopicCheck(List<String> created, List<String> obstacles, List<String> deviations) {

    public TopicCheck {
        created = List.copyOf(created);
        obstacles = List.copyOf(obstacles);
        deviations = List.copyOf(deviations);
    }

    /** Creates what is missing and compares the rest; throws Kafka's own exceptions. */
    public static TopicCheck prepare(Cluster cluster, TopicCatalogue catalogue) {
        try (Admin admin = cluster.admin()) {
            TopicAdmin topics = new TopicAdmin(admin, cluster.patience());
            List<String> created = topics.create(catalogue).created();
            List<String> obstacles = new ArrayList<>();
            List<String> deviations = new ArrayList<>();
            for (TopicDifference difference : topics.verify(catalogue)) {
                switch (difference) {
                    case TopicDifference.Missing missing -> obstacles.add(missing.sentence());
                    case TopicDifference.NotCopartitioned unequal -> obstacles.add(unequal.sentence());
                    case TopicDifference.PartitionCount other -> deviations.add(other.sentence());
                    case TopicDifference.ConfigValue other -> deviations.add(other.sentence());
                }
            }
            return new TopicCheck(created, obstacles, deviations);
        }
    }
}
