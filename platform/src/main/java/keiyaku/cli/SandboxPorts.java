package keiyaku.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** On which loopback ports the sandbox's programs are; chosen here, so that both start at once. */
record SandboxPorts(
        int acquirer,
        int issuer,
        int inbox,
        int product,
        int smtp,
        int bank,
        int wallet,
        int authority) {

    private static final String HOST = "127.0.0.1";

    static SandboxPorts usual() throws IOException {
        return new SandboxPorts(
                orFree(8181),
                orFree(8182),
                orFree(8183),
                orFree(8184),
                orFree(8185),
                orFree(8186),
                orFree(8187),
                orFree(8188));
    }

    static SandboxPorts free() throws IOException {
        return new SandboxPorts(
                orFree(0), orFree(0), orFree(0), orFree(0), orFree(0), orFree(0), orFree(0),
                orFree(0));
    }

    List<String> arguments() {
        return List.of(
                "--acquirer-port", Integer.toString(acquirer),
                "--issuer-port", Integer.toString(issuer),
                "--inbox-port", Integer.toString(inbox),
                "--product-port", Integer.toString(product),
                "--smtp-port", Integer.toString(smtp),
                "--bank-port", Integer.toString(bank),
                "--wallet-port", Integer.toString(wallet),
                "--authority-port", Integer.toString(authority));
    }

    Map<String, Object> settings() {
        return Map.of(
                "keiyaku.sandbox", true,
                "keiyaku.outside.acquirer-url", url(acquirer),
                "keiyaku.outside.issuer-url", url(issuer),
                "keiyaku.outside.inbox-url", url(inbox),
                "keiyaku.outside.product-url", url(product),
                "keiyaku.outside.bank-url", url(bank),
                "keiyaku.outside.wallet-url", url(wallet),
                "keiyaku.outside.authority-url", url(authority) + "/acme/directory",
                "spring.mail.host", HOST,
                "spring.mail.port", smtp);
    }

    private static String url(int port) {
        return "http://" + HOST + ":" + port;
    }

    private static int orFree(int wanted) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (java.net.BindException e) {
            return orFree(0);
        }
    }
}
