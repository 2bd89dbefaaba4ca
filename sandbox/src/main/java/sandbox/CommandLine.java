package sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import sandbox.shared.Problem;
import sandbox.shared.WebhookSignature;

/** The options as they are written on the command line. */
final class CommandLine {
    static final String HELP =
            """
            Keiyaku sandbox: acquirer, card issuer, bank, wallet, mail and SMS inbox, product site,
            certificate authority.

              --acquirer-port N   8181   hosted card fields, payments
              --issuer-port N     8182   3-D Secure challenge page
              --inbox-port N      8183   web page of mail and SMS; SMS API
              --product-port N    8184   product site
              --smtp-port N       8185   mail in
              --bank-port N       8186   bank: files, virtual accounts
              --wallet-port N     8187   prepaid wallet
              --authority-port N  8188   certificate authority, domains
                                         (0 takes a free port)
              --data DIR                 keep data here; without it, in memory
              --acquirer-key K           sandbox-acquirer-key
              --product-secret S         whsec_… that signs provisioning
              --timeout-hold N    30     seconds for which a timed-out payment is held
              --exit-with-stdin          end when standard input ends
              --help

            When ready it prints one line of JSON to standard output.\
            """;

    /** Something on the command line that cannot be used; the message says what. */
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message);
        }
    }

    private CommandLine() {}

    static Options parse(List<String> arguments) throws Wrong {
        Options options = Options.USUAL;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            options =
                    name.equals("--exit-with-stdin")
                            ? options.untilStdinEnds()
                            : with(options, name, value(name, rest));
        }
        return options;
    }

    private static String value(String name, Iterator<String> rest) throws Wrong {
        try {
            return rest.next();
        } catch (NoSuchElementException e) {
            throw new Wrong(name + " needs a value, or is not known. --help lists the options.");
        }
    }

    private static Options with(Options options, String name, String value) throws Wrong {
        Options.Ports p = options.ports();
        Options.Keys k = options.keys();
        return switch (name) {
            case "--acquirer-port",
                    "--issuer-port",
                    "--inbox-port",
                    "--smtp-port",
                    "--product-port",
                    "--bank-port",
                    "--wallet-port",
                    "--authority-port" ->
                    options.with(p.with(name.substring(2, name.lastIndexOf('-')), port(value)));
            case "--data" -> options.withData(Path.of(value));
            case "--acquirer-key" ->
                    options.with(
                            new Options.Keys(value, k.sms(), k.product(), k.bank(), k.wallet()));
            case "--product-secret" ->
                    options.with(
                            new Options.Keys(
                                    k.acquirer(), k.sms(), secret(value), k.bank(), k.wallet()));
            case "--timeout-hold" ->
                    options.withTimeoutHold(Duration.ofSeconds(number(value, 3600)));
            default -> throw new Wrong(name + " is not known. --help lists the options.");
        };
    }

    private static int port(String text) throws Wrong {
        return number(text, 65_535);
    }

    private static int number(String text, int most) throws Wrong {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > most) {
            throw new Wrong(text + " is not a number from 0 to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    private static String secret(String text) throws Wrong {
        try {
            WebhookSignature.with(text);
            return text;
        } catch (Problem problem) {
            throw new Wrong("--product-secret: " + problem.getMessage());
        }
    }
}
