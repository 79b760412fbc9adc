package io.otpstream.app.cli;

import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar, with what a bug report needs beside it. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(VersionProvider.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new String[] {
            "otpstream " + version + " (Kafka " + AppInfoParser.getVersion() + ", Java " + Runtime.version() + ")"
        };
    }
}
