package sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import sandbox.acquirer.Acquirer;
import sandbox.authority.Authority;
import sandbox.bank.Bank;
import sandbox.inbox.Inbox;
import sandbox.issuer.Issuer;
import sandbox.productsite.ProductSite;
import sandbox.shared.Ids;
import sandbox.shared.Json;
import sandbox.threeds.Link;
import sandbox.wallet.WalletSite;

/**
 * The outside world on its own ports: acquirer, issuer, bank, wallet, inbox, product site, and a
 * certificate authority.
 */
public final class Sandbox implements AutoCloseable {
    private static final int UNUSABLE = 2;

    private final Issuer issuer;
    private final Acquirer acquirer;
    private final Inbox inbox;
    private final ProductSite product;
    private final Bank bank;
    private final WalletSite wallet;
    private final Authority authority;

    private Sandbox(
            Issuer issuer,
            Acquirer acquirer,
            Inbox inbox,
            ProductSite product,
            Bank bank,
            WalletSite wallet,
            Authority authority) {
        this.authority = authority;
        this.bank = bank;
        this.wallet = wallet;
        this.issuer = issuer;
        this.acquirer = acquirer;
        this.inbox = inbox;
        this.product = product;
    }

    /** Starts all programs; throws {@link UncheckedIOException} when a port is taken. */
    public static Sandbox start(Options options) {
        var started = new Started();
        try {
            return start(options, started);
        } catch (BindException e) {
            started.stop();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            started.stop();
            throw e;
        }
    }

    private static Sandbox start(Options options, Started started) throws BindException {
        var link = new Link(Ids.next("link"));
        var acquirerUri = new AtomicReference<URI>();
        Supplier<URI> toAcquirer = acquirerUri::get;
        Options.Ports ports = options.ports();
        Options.Keys keys = options.keys();
        var clock = options.clock();
        var issuer = started.add(new Issuer(ports.issuer(), toAcquirer, link, clock));
        var acquirer =
                started.add(
                        new Acquirer(
                                new Acquirer.Setup(
                                        ports.acquirer(),
                                        keys.acquirer(),
                                        options.data(),
                                        options.timeoutHold(),
                                        clock),
                                issuer::uri,
                                link));
        acquirerUri.set(acquirer.uri());
        var inbox =
                started.add(
                        new Inbox(
                                new Inbox.Setup(
                                        ports.inbox(),
                                        ports.smtp(),
                                        keys.sms(),
                                        options.data(),
                                        clock)));
        var product =
                started.add(
                        new ProductSite(
                                new ProductSite.Setup(
                                        ports.product(), keys.product(), options.data(), clock)));
        var bank =
                started.add(
                        new Bank(new Bank.Setup(ports.bank(), keys.bank(), options.data(), clock)));
        var wallet =
                started.add(
                        new WalletSite(
                                new WalletSite.Setup(
                                        ports.wallet(), keys.wallet(), options.data())));
        var authority =
                started.add(new Authority(ports.authority(), options.data(), options.clock()));
        return new Sandbox(issuer, acquirer, inbox, product, bank, wallet, authority);
    }

    public URI acquirer() {
        return acquirer.uri();
    }

    public URI issuer() {
        return issuer.uri();
    }

    public URI inbox() {
        return inbox.uri();
    }

    public int smtpPort() {
        return inbox.smtpPort();
    }

    public URI product() {
        return product.uri();
    }

    public URI bank() {
        return bank.uri();
    }

    public URI wallet() {
        return wallet.uri();
    }

    public URI authority() {
        return authority.uri();
    }

    @Override
    public void close() {
        bank.close();
        wallet.close();
        authority.close();
        acquirer.close();
        issuer.close();
        inbox.close();
        product.close();
    }

    /** One line for whoever started this process and waits until it is ready. */
    String readiness() {
        var line = new LinkedHashMap<String, Object>();
        line.put("ready", true);
        line.put("acquirer", acquirer().toString());
        line.put("issuer", issuer().toString());
        line.put("inbox", inbox().toString());
        line.put("smtpHost", "127.0.0.1");
        line.put("smtpPort", smtpPort());
        line.put("product", product().toString());
        line.put("bank", bank().toString());
        line.put("wallet", wallet().toString());
        line.put("authority", authority().toString());
        return Json.text(line);
    }

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(CommandLine.HELP);
            return;
        }
        try {
            Options options = CommandLine.parse(List.of(arguments));
            Sandbox sandbox = start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            System.out.println(sandbox.readiness());
            if (options.exitWithStdin()) {
                System.in.transferTo(OutputStream.nullOutputStream());
                System.exit(0);
            }
            new CountDownLatch(1).await();
        } catch (CommandLine.Wrong | UncheckedIOException | IOException e) {
            System.err.println(plain(e));
            System.exit(UNUSABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String plain(Exception fault) {
        Throwable cause = fault.getCause() instanceof BindException taken ? taken : fault;
        return String.valueOf(cause.getMessage());
    }

    /** What has been started so far, to be stopped when a later program cannot be. */
    private static final class Started {
        private final ArrayDeque<AutoCloseable> programs = new ArrayDeque<>();

        <T extends AutoCloseable> T add(T program) {
            programs.push(program);
            return program;
        }

        void stop() {
            for (AutoCloseable program : programs) {
                try {
                    program.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
