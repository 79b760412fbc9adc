package io.otpstream.junit;

import io.otpstream.contract.VerificationRequest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter of type {@link io.otpstream.client.Verification}: a number is rented for it. The request is sent before
 * the method is called, and each parameter has a number of its own. What is still open when the test is over is withdrawn.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface PhoneVerification {

    /** Code or name of the platform that sends the code, or its id in digits. */
    String platform();

    /** 1 to 10 ISO 3166-1 alpha-2 codes, or ids in digits, in order of preference. */
    String[] countries();

    /** How long to wait for the code, from when the number is rented, 10 to 1200 s. */
    int timeoutSeconds() default VerificationRequest.DEFAULT_TIMEOUT_SECONDS;

    /** The most that the number may cost, whole rupiah, at least 1. */
    long maxPriceIdr() default Long.MAX_VALUE;

    /** Up to 10 texts of 1 to 64 characters: costs are told apart by them. */
    String[] labels() default {};

    /** How a test is reported that could not get its code for reasons outside the tested product. */
    OnOutage onOutage() default OnOutage.FAIL;
}
