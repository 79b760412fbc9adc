package io.otpstream.app.check;

import io.otpstream.app.config.ConfigSources;
import java.util.List;

/** Says where the settings come from. That they are right was seen when they were read. */
record ConfigProbe(ConfigSources sources) implements Probe {

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.CONFIG);
    }

    @Override
    public List<Finding> look() {
        return List.of(Finding.ok(CheckId.CONFIG, sources.sentence()));
    }
}
