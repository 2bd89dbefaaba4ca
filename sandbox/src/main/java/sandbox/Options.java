package sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How the sandbox is started. A port of 0 takes a free one; without data it forgets. */
public record Options(
        Ports ports,
        Keys keys,
        @Nullable Path data,
        Duration timeoutHold,
        boolean exitWithStdin,
        InstantSource clock) {

    /** The port of each program. */
    public record Ports(
            int acquirer,
            int issuer,
            int inbox,
            int smtp,
            int product,
            int bank,
            int wallet,
            int authority) {
        static final Ports USUAL = new Ports(8181, 8182, 8183, 8185, 8184, 8186, 8187, 8188);
        static final Ports FREE = new Ports(0, 0, 0, 0, 0, 0, 0, 0);

        /** One program's port changed. */
        Ports with(String program, int port) {
            return new Ports(
                    program.equals("acquirer") ? port : acquirer,
                    program.equals("issuer") ? port : issuer,
                    program.equals("inbox") ? port : inbox,
                    program.equals("smtp") ? port : smtp,
                    program.equals("product") ? port : product,
                    program.equals("bank") ? port : bank,
                    program.equals("wallet") ? port : wallet,
                    program.equals("authority") ? port : authority);
        }
    }

    /** What callers must know: bearer keys and the secret that signs provisioning. */
    public record Keys(String acquirer, String sms, String product, String bank, String wallet) {
        static final Keys USUAL =
                new Keys(
                        "sandbox-acquirer-key",
                        "sandbox-sms-key",
                        "whsec_c2FuZGJveC1wcm9kdWN0LXNpdGUtc2VjcmV0",
                        "sandbox-bank-key",
                        "sandbox-wallet-key");
    }

    static final Options USUAL =
            new Options(
                    Ports.USUAL,
                    Keys.USUAL,
                    null,
                    Duration.ofSeconds(30),
                    false,
                    InstantSource.system());

    /** Free ports, the usual keys, all in memory: for tests. */
    public static Options free() {
        return USUAL.with(Ports.FREE);
    }

    public Options with(Ports other) {
        return new Options(other, keys, data, timeoutHold, exitWithStdin, clock);
    }

    public Options with(Keys other) {
        return new Options(ports, other, data, timeoutHold, exitWithStdin, clock);
    }

    public Options withData(Path folder) {
        return new Options(ports, keys, folder, timeoutHold, exitWithStdin, clock);
    }

    /** How long a payment that is told to time out is held before its connection is closed. */
    public Options withTimeoutHold(Duration hold) {
        return new Options(ports, keys, data, hold, exitWithStdin, clock);
    }

    public Options withClock(InstantSource other) {
        return new Options(ports, keys, data, timeoutHold, exitWithStdin, other);
    }

    Options untilStdinEnds() {
        return new Options(ports, keys, data, timeoutHold, true, clock);
    }
}
