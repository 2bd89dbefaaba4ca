package keiyaku.certificate.authority;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;

/**
 * An authority that speaks ACME (RFC 8555). It knows us by one key, and orders by their address.
 */
public final class AcmeAuthority implements Authority {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration TOO_MANY = Duration.ofHours(1);
    private static final Duration NO_WISH = Duration.ZERO;

    private final URI directory;
    private final Supplier<KeyPair> customerKey;
    private volatile @Nullable Login login;

    public AcmeAuthority(URI directory, Supplier<KeyPair> customerKey) {
        this.directory = directory;
        this.customerKey = customerKey;
    }

    private interface Call {
        Answer answer(Login login) throws AcmeException;
    }

    @Override
    public Answer order(Wish wish) {
        return ask(login -> placed(login, wish));
    }

    private static Answer placed(Login login, Wish wish) throws AcmeException {
        var builder = login.newOrder().domain(wish.name());
        if (wish.from() != null && wish.until() != null) {
            builder.notBefore(wish.from()).notAfter(wish.until());
        }
        if (login.getSession().getMetadata().getProfiles().contains(wish.kind())) {
            builder.profile(wish.kind());
        }
        var order = builder.create();
        var url = order.getLocation().toString();
        return switch (order.getStatus()) {
            case READY, VALID -> new Answer.Ready(url);
            case PENDING -> asks(url, wish.name(), order.getAuthorizations().getFirst());
            default -> new Answer.Refused("not-issued");
        };
    }

    private static Answer asks(String order, String name, Authorization authorization) {
        var record = authorization.findChallenge(Dns01Challenge.class);
        var file = authorization.findChallenge(Http01Challenge.class);
        if (record.isEmpty() || file.isEmpty()) {
            return new Answer.Refused("not-issued");
        }
        return new Answer.Asks(
                order,
                "_acme-challenge." + name,
                record.get().getDigest(),
                "/.well-known/acme-challenge/" + file.get().getToken(),
                file.get().getAuthorization());
    }

    @Override
    public Answer look(String order, boolean byDns) {
        return ask(login -> looked(login.bindOrder(url(order)), byDns));
    }

    private static Answer looked(Order order, boolean byDns) throws AcmeException {
        switch (order.getStatus()) {
            case READY, PROCESSING, VALID -> {
                return new Answer.Ready(order.getLocation().toString());
            }
            case PENDING -> {}
            default -> {
                return new Answer.GivenUp("proof-over");
            }
        }
        var authorization = order.getAuthorizations().getFirst();
        var challenge = challenge(authorization, byDns);
        challenge.trigger();
        authorization.fetch();
        challenge.fetch();
        var why = challenge.getError().map(AcmeAuthority::proof).orElse("proof-missing");
        return switch (authorization.getStatus()) {
            case VALID -> new Answer.Ready(order.getLocation().toString());
            case PENDING, PROCESSING -> new Answer.NotFound(why);
            default -> new Answer.GivenUp(why);
        };
    }

    private static Challenge challenge(Authorization authorization, boolean byDns) {
        return byDns
                ? authorization.findChallenge(Dns01Challenge.class).orElseThrow()
                : authorization.findChallenge(Http01Challenge.class).orElseThrow();
    }

    @Override
    public Answer make(String order, KeyPair key) {
        return ask(login -> made(login.bindOrder(url(order)), key));
    }

    private static Answer made(Order order, KeyPair key) throws AcmeException {
        if (order.getStatus() == Status.READY) {
            order.execute(key);
            order.fetch();
        }
        return switch (order.getStatus()) {
            case VALID -> downloaded(order);
            case READY, PROCESSING -> new Answer.NotNow(NO_WISH);
            default -> new Answer.GivenUp("proof-over");
        };
    }

    private static Answer downloaded(Order order) throws AcmeException {
        var certificate = order.getCertificate();
        certificate.download();
        var chain = new StringWriter();
        try {
            certificate.writeCertificate(chain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Answer.Made(certificate.getCertificate(), chain.toString());
    }

    private Answer ask(Call call) {
        try {
            return call.answer(login());
        } catch (AcmeLazyLoadingException e) {
            return refused(e.getCause() instanceof AcmeException cause ? cause : null);
        } catch (AcmeException e) {
            return refused(e);
        }
    }

    private Login login() throws AcmeException {
        var known = login;
        if (known != null) {
            return known;
        }
        var session = new Session(directory);
        session.networkSettings().setTimeout(LIMIT);
        session.setLocale(Locale.ENGLISH);
        var made =
                new AccountBuilder()
                        .agreeToTermsOfService()
                        .useKeyPair(customerKey.get())
                        .createLogin(session);
        login = made;
        return made;
    }

    private static Answer refused(@Nullable AcmeException e) {
        return switch (e) {
            case null -> new Answer.NotNow(NO_WISH);
            case AcmeRateLimitedException limited -> new Answer.NotNow(TOO_MANY);
            case AcmeNetworkException network -> new Answer.NotNow(NO_WISH);
            case AcmeServerException server -> told(server.getProblem());
            default -> new Answer.NotNow(NO_WISH);
        };
    }

    private static Answer told(Problem problem) {
        var type = type(problem);
        return switch (type) {
            case "rejectedIdentifier", "unsupportedIdentifier", "caa", "unauthorized" ->
                    new Answer.Refused("name-refused");
            case "malformed" -> new Answer.GivenUp("proof-over");
            case "badCSR", "badPublicKey", "userActionRequired", "externalAccountRequired" ->
                    new Answer.Refused("not-issued");
            default -> new Answer.NotNow(NO_WISH);
        };
    }

    private static String proof(Problem problem) {
        return switch (type(problem)) {
            case "incorrectResponse", "unauthorized" -> "proof-differs";
            case "caa" -> "name-refused";
            default -> "proof-missing";
        };
    }

    private static String type(Problem problem) {
        var text = Objects.toString(problem.getType(), "");
        return text.substring(text.lastIndexOf(':') + 1);
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
