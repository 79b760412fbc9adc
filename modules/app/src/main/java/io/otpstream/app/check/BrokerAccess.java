package io.otpstream.app.check;

import io.otpstream.app.cluster.Cluster;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.InterruptException;

/** The brokers, asked once whether they are there; what else there is to ask waits for that. Safe for several threads. */
final class BrokerAccess implements AutoCloseable {

    /**
     * What the brokers say of themselves.
     *
     * @param admin closed with the access
     */
    record Reached(Admin admin, String clusterId, Collection<Node> nodes) {}

    private final Cluster cluster;
    private final FutureTask<Reached> first;

    BrokerAccess(Cluster cluster) {
        this.cluster = cluster;
        this.first = new FutureTask<>(this::reach);
    }

    Duration patience() {
        return cluster.patience();
    }

    /**
     * Waits for the first answer.
     *
     * @throws KafkaException why there is none, the same for everybody who asks
     */
    Reached reached() {
        first.run();
        try {
            return first.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException reason
                    ? reason
                    : new KafkaException("the brokers can't be asked", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private Reached reach() {
        Admin admin = cluster.admin();
        boolean reached = false;
        try {
            DescribeClusterResult answer = admin.describeCluster();
            Reached found = new Reached(
                    admin, Answer.of(answer.clusterId(), patience()), Answer.of(answer.nodes(), patience()));
            reached = true;
            return found;
        } finally {
            if (!reached) {
                admin.close(Duration.ZERO);
            }
        }
    }

    /** Waits for nothing. */
    @Override
    public void close() {
        first.cancel(true);
        if (first.state() == Future.State.SUCCESS) {
            first.resultNow().admin().close(Duration.ZERO);
        }
    }
}
