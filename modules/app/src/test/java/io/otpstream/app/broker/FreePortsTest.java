package io.otpstream.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void aServerCanOpenThem() throws IOException {
        List<Integer> ports = FreePorts.find(2);
        try (ServerSocket one = new ServerSocket(ports.get(0), 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(ports.get(1), 1, InetAddress.getLoopbackAddress())) {
            assertThat(one.getLocalPort()).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void theSystemGivesThemToNobody() {
        assertThat(FreePorts.find(100)).allSatisfy(port -> assertThat(port).isBetween(1024, 32_767));
    }

    @Test
    void noneIsFoundTwiceSoon() {
        Set<Integer> seen = new HashSet<>(FreePorts.find(50));

        assertThat(FreePorts.find(50)).doesNotContainAnyElementsOf(seen);
    }

    @Test
    void oneThatIsTakenIsNotFree() throws IOException {
        int port = FreePorts.find(1).getFirst();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
        }
        assertThat(FreePorts.isFree(port)).isTrue();
    }
}
