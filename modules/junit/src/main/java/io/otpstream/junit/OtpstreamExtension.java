package io.otpstream.junit;

import io.otpstream.client.OtpClient;
import io.otpstream.client.Verification;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests phone numbers and the codes that are texted to them. Methods and constructors may take
 *
 * <ul>
 *   <li>{@code @PhoneVerification(…) Verification}: a number of their own, withdrawn at the end if still open,
 *   <li>{@link OtpClient}: for requests that an annotation can't say; these the test withdraws itself,
 *   <li>{@link Sandbox}: where no broker is configured.
 * </ul>
 *
 * <p>Tests use the pipeline behind the broker that the JUnit configuration parameter {@code
 * otpstream.kafka.bootstrap.servers} or the environment variable {@code OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS} names. Where
 * neither does, the first of them starts a sandbox in this JVM for all. A test that fails has its requests, their
 * countries and cost in its report.
 */
public final class OtpstreamExtension
        implements ParameterResolver, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    /** For JUnit. */
    public OtpstreamExtension() {}

    /** What a constructor takes is for one test, where each test has an instance of its own. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Verification.class || type == OtpClient.class || type == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Verification.class) {
            return verification(parameter, context);
        }
        Connection connection = Connection.of(context);
        return type == Sandbox.class ? sandbox(connection) : connection.client();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw Judgement.of(context, problem);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw Judgement.of(context, problem);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw Judgement.of(context, problem);
    }

    private static Verification verification(ParameterContext parameter, ExtensionContext context) {
        PhoneVerification wanted = parameter
                .findAnnotation(PhoneVerification.class)
                .orElseThrow(() -> new ParameterResolutionException(
                        "Verification: expected @PhoneVerification, which says for which platform and countries"));
        Connection connection = Connection.of(context);
        // Before a number is rented for a test that can't run.
        if (Arrays.asList(parameter.getDeclaringExecutable().getParameterTypes())
                .contains(Sandbox.class)) {
            sandbox(connection);
        }
        return Requests.of(context).add(connection.client(), wanted);
    }

    private static Sandbox sandbox(Connection connection) {
        return connection
                .sandbox()
                .orElseThrow(() -> new ParameterResolutionException("Sandbox: there is none, because "
                        + ConfiguredBroker.PARAMETER + " or " + ConfiguredBroker.VARIABLE + " names a broker"));
    }
}
