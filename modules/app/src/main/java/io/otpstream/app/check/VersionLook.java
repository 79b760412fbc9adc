package io.otpstream.app.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.server.common.MetadataVersion;

/** How new the brokers are. */
record VersionLook(Duration patience) implements KafkaLook {

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.VERSION);
    }

    @Override
    public List<Finding> look(Admin admin) {
        Map<String, FinalizedVersionRange> features =
                Answer.of(admin.describeFeatures().featureMetadata(), patience).finalizedFeatures();
        FinalizedVersionRange metadata = features.get(MetadataVersion.FEATURE_NAME);
        if (metadata == null) {
            return List.of(Finding.warn(
                    CheckId.VERSION,
                    "the brokers don't tell their metadata.version: they may be older than Kafka 3.3",
                    "2.5 is the oldest that can do what is needed; newer ones are tested"));
        }
        FinalizedVersionRange transactions = features.get("transaction.version");
        return List.of(Finding.ok(
                CheckId.VERSION,
                "metadata.version " + name(metadata.maxVersionLevel()) + ", transaction.version "
                        + (transactions == null ? 0 : transactions.maxVersionLevel())));
    }

    /** A level that is newer than this program has no name yet. */
    private static String name(short level) {
        return level <= MetadataVersion.latestTesting().featureLevel()
                        && level >= MetadataVersion.MINIMUM_VERSION.featureLevel()
                ? MetadataVersion.fromFeatureLevel(level).version()
                : "level " + level;
    }
}
