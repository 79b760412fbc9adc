package io.otpstream.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import io.otpstream.client.FailureReason;
import io.otpstream.client.OtpClient;
import io.otpstream.client.RentedNumber;
import io.otpstream.client.Verification;
import io.otpstream.client.VerificationFailedException;
import io.otpstream.contract.VerificationRequest;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/** Each test here runs one of the classes at the end, as a build does, and looks at what is reported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtpstreamExtensionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> FAST = Map.of(SandboxSettings.SPEED, "5");

    /** What the inner tests leave to the outer one. */
    private static final List<Verification> VERIFICATIONS = new CopyOnWriteArrayList<>();

    private static final List<Sandbox> SANDBOXES = new CopyOnWriteArrayList<>();

    private LauncherSession session;
    private Sandbox sandbox;

    @BeforeAll
    void open() {
        session = LauncherFactory.openSession();
        assertThat(run(SandboxTest.class).result()).isEqualTo(TestExecutionResult.successful());
        sandbox = SANDBOXES.getFirst();
    }

    @BeforeEach
    void forget() {
        VERIFICATIONS.clear();
        SANDBOXES.clear();
    }

    @AfterAll
    void theSandboxEndsWithTheSession() {
        URI texts = sandbox.textUri();
        session.close();

        assertThatThrownBy(() -> new Socket(texts.getHost(), texts.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aTestGetsANumberAndItsCode() {
        assertThat(run(CodeTests.class).results()).hasSize(2).allSatisfy((method, result) -> assertThat(result)
                .isEqualTo(TestExecutionResult.successful()));
    }

    @Test
    void allTestsShareOneSandbox() {
        run(CodeTests.class);
        run(CodeTests.class);

        assertThat(SANDBOXES).hasSize(4).containsOnly(sandbox);
    }

    @Test
    void whatATestLeavesOpenIsWithdrawn() {
        assertThat(run(OpenTests.class).results())
                .hasSize(2)
                .allSatisfy((method, result) -> assertThat(result.getStatus()).isEqualTo(SUCCESSFUL));

        assertThat(VERIFICATIONS).hasSize(4).doesNotHaveDuplicates();
        assertThat(VERIFICATIONS).allSatisfy(OtpstreamExtensionTest::isWithdrawn);
    }

    @Test
    void whatAClassTakesLastsUntilItsLastTest() {
        InnerRun run = run(ClassTests.class);

        assertThat(run.results()).hasSize(2);
        assertThat(run.results().get("failsFirst")).isNotNull().satisfies(result -> assertThat(
                        result.getThrowable().orElseThrow().getSuppressed())
                .extracting(Throwable::getMessage)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request).endsWith("still open")));
        assertThat(run.results()).containsEntry("getsTheCodeThen", TestExecutionResult.successful());
        assertThat(VERIFICATIONS).singleElement().satisfies(OtpstreamExtensionTest::isWithdrawn);
    }

    @Test
    void theReportOfAFailedTestNamesWhatWasRented() {
        InnerRun run = run(FailingTest.class);

        assertThat(run.result().getStatus()).isEqualTo(FAILED);
        assertThat(run.problem()).hasMessage("the welcome page is empty");
        assertThat(run.problem().getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .isEqualTo("request " + VERIFICATIONS.getFirst().id()
                        + " for platform 903 in ID, GB: a number of country 6 for 3000 IDR before refunds, withdrawn");
        assertThat(run.reportEntries())
                .singleElement()
                .isEqualTo(Map.of(
                        "otpstream.request", VERIFICATIONS.getFirst().id(),
                        "otpstream.countries", "ID, GB",
                        "otpstream.cost.idr", "3000",
                        "otpstream.state", "withdrawn"));
        assertThat(VERIFICATIONS).allSatisfy(OtpstreamExtensionTest::isWithdrawn);
    }

    @Test
    void anOutageFailsOrAbortsAsTheTestSays() {
        Map<String, TestExecutionResult> results = run(NoStockTests.class).results();

        assertThat(results).hasSize(2);
        assertThat(results.get("fails")).isNotNull().satisfies(result -> assertThat(result.getStatus())
                .isEqualTo(FAILED));
        assertThat(results.get("aborts")).isNotNull().satisfies(result -> {
            assertThat(result.getStatus()).isEqualTo(ABORTED);
            assertThat(result.getThrowable().orElseThrow())
                    .hasMessageContaining("no number in stock")
                    .hasMessageContaining("AQ");
        });
    }

    @Test
    void aCodeThatNobodySendsIsNoOutage() {
        InnerRun run = run(NoCodeTest.class);

        assertThat(run.result().getStatus()).isEqualTo(FAILED);
        assertThat(run.problem())
                .isInstanceOfSatisfying(VerificationFailedException.class, failed -> assertThat(failed.reason())
                        .isInstanceOf(FailureReason.NoCode.class));
    }

    @Test
    void theClientIsThereForWhatAnAnnotationCannotSay() {
        assertThat(run(ClientTest.class).result()).isEqualTo(TestExecutionResult.successful());
    }

    @Test
    void aVerificationWithoutAnnotationSaysWhatIsMissing() {
        assertThat(run(UnannotatedTest.class).problem()).hasMessageContaining("expected @PhoneVerification");
    }

    @Test
    void aConfiguredBrokerIsUsedInsteadOfASandbox() {
        Map<String, String> parameters = Map.of(ConfiguredBroker.PARAMETER, sandbox.bootstrapServers());
        long ordersBefore = orders();
        try (LauncherSession other = LauncherFactory.openSession()) {
            assertThat(InnerRun.of(other, NumberTest.class, parameters).result())
                    .isEqualTo(TestExecutionResult.successful());
            assertThat(orders()).isEqualTo(ordersBefore + 1);

            assertThat(InnerRun.of(other, SandboxTest.class, parameters).problem())
                    .hasMessageContaining("Sandbox: there is none")
                    .hasMessageContaining(ConfiguredBroker.PARAMETER);
        }
    }

    @Test
    void aSandboxThatCannotBeIsRefusedByTheNameOfTheParameter() {
        Map<String, String> parameters = Map.of(SandboxSettings.DIALECT, "morse");
        try (LauncherSession other = LauncherFactory.openSession()) {
            assertThat(InnerRun.of(other, SandboxTest.class, parameters).problem())
                    .hasMessageContaining(SandboxSettings.DIALECT);
        }
    }

    private long orders() {
        return sandbox.simulator().ledger().totals().orders();
    }

    private InnerRun run(Class<?> tests) {
        return InnerRun.of(session, tests, FAST);
    }

    private static void isWithdrawn(Verification verification) {
        assertThatThrownBy(() -> verification.awaitCode(PATIENCE))
                .isInstanceOfSatisfying(VerificationFailedException.class, failed -> assertThat(failed.reason())
                        .isInstanceOf(FailureReason.Withdrawn.class));
    }

    @ExtendWith(OtpstreamExtension.class)
    static class CodeTests {

        @Test
        void one(@PhoneVerification(platform = "903", countries = "ID") Verification phone, Sandbox sandbox) {
            getsItsCode(phone, sandbox, "847291");
        }

        @Test
        void another(@PhoneVerification(platform = "903", countries = "GB") Verification phone, Sandbox sandbox) {
            getsItsCode(phone, sandbox, "112233");
        }

        private static void getsItsCode(Verification phone, Sandbox sandbox, String code) {
            SANDBOXES.add(sandbox);
            sandbox.text(phone.awaitNumber(PATIENCE).phoneNumber(), "Your code is " + code);
            assertThat(phone.awaitCode(PATIENCE).code()).isEqualTo(code);
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class OpenTests {

        private final Verification ofTheInstance;

        OpenTests(@PhoneVerification(platform = "903", countries = "ID") Verification ofTheInstance) {
            this.ofTheInstance = ofTheInstance;
        }

        @Test
        void one(@PhoneVerification(platform = "903", countries = "ID") Verification phone) {
            leavesOpen(phone);
        }

        @Test
        void another(@PhoneVerification(platform = "903", countries = "ID") Verification phone) {
            leavesOpen(phone);
        }

        private void leavesOpen(Verification phone) {
            phone.awaitNumber(PATIENCE);
            VERIFICATIONS.add(phone);
            VERIFICATIONS.add(ofTheInstance);
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class ClassTests {

        private final Verification phone;

        ClassTests(@PhoneVerification(platform = "903", countries = "ID") Verification phone) {
            this.phone = phone;
        }

        @BeforeAll
        void leavesOpen(@PhoneVerification(platform = "903", countries = "ID") Verification another) {
            VERIFICATIONS.add(another);
        }

        @Test
        void failsFirst() {
            phone.awaitNumber(PATIENCE);
            fail("the first test");
        }

        @Test
        void getsTheCodeThen(Sandbox sandbox) {
            sandbox.text(phone.awaitNumber(PATIENCE).phoneNumber(), "Your code is 847291");
            assertThat(phone.awaitCode(PATIENCE).code()).isEqualTo("847291");
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class FailingTest {

        @Test
        void fails(
                @PhoneVerification(
                                platform = "903",
                                countries = {"ID", "GB"})
                        Verification phone) {
            phone.awaitNumber(PATIENCE);
            VERIFICATIONS.add(phone);
            fail("the welcome page is empty");
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class NoStockTests {

        @Test
        void fails(@PhoneVerification(platform = "903", countries = "AQ") Verification phone) {
            phone.awaitNumber(PATIENCE);
        }

        @Test
        void aborts(
                @PhoneVerification(platform = "903", countries = "AQ", onOutage = OnOutage.ABORT) Verification phone) {
            phone.awaitNumber(PATIENCE);
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class NoCodeTest {

        @Test
        void fails(
                @PhoneVerification(platform = "903", countries = "ID", timeoutSeconds = 10, onOutage = OnOutage.ABORT)
                        Verification phone) {
            phone.awaitCode(PATIENCE);
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class ClientTest {

        @Test
        void usesIt(OtpClient client) {
            Verification phone =
                    client.request(VerificationRequest.of("901", "ID").withTenant("qa"));
            RentedNumber number = phone.awaitNumber(PATIENCE);

            assertThat(phone.awaitCode(PATIENCE).number().phoneNumber()).isEqualTo(number.phoneNumber());
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class UnannotatedTest {

        @Test
        void isNotRun(Verification phone) {
            VERIFICATIONS.add(phone);
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class NumberTest {

        @Test
        void getsANumber(@PhoneVerification(platform = "903", countries = "ID") Verification phone) {
            assertThat(phone.awaitNumber(PATIENCE).attempt()).isEqualTo(1);
        }
    }

    @ExtendWith(OtpstreamExtension.class)
    static class SandboxTest {

        @Test
        void usesIt(Sandbox sandbox) {
            SANDBOXES.add(sandbox);
        }
    }
}
