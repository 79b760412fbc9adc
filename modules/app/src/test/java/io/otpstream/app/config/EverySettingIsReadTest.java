package io.otpstream.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A setting that nobody reads would be a promise that isn't kept. */
class EverySettingIsReadTest {

    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.otpstream.app");

    @Test
    void someCodeOutsideOfTheConfigurationReadsEveryComponent() {
        assertThat(accessors()).hasSizeGreaterThan(40).allSatisfy(accessor -> assertThat(readers(accessor))
                .as(accessor.getFullName())
                .isNotEmpty());
    }

    private static Stream<JavaMethod> accessors() {
        return Stream.concat(
                        Stream.of(OtpstreamConfig.class), Arrays.stream(OtpstreamConfig.class.getDeclaredClasses()))
                .flatMap(record -> Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> APP.get(record).getMethod(name)));
    }

    /** The packages of the classes that call it, or hand it on as a method. */
    private static Stream<String> readers(JavaMethod accessor) {
        String own = OtpstreamConfig.class.getPackageName();
        return Stream.concat(accessor.getCallsOfSelf().stream(), accessor.getReferencesToSelf().stream())
                .map(access -> access.getOriginOwner().getPackageName())
                .filter(name -> !name.equals(own));
    }
}
